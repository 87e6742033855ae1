namespace Bot.Activities.Callers;

/// <summary>The steps of a token check in their order; a refusal is logged under the one where it happened.</summary>
internal enum TokenStep
{
    Accepted,
    NoHeader,
    Header,
    Form,
    Issuer,
    KeyFetch,
    UnknownKey,
    Algorithm,
    Signature,
    NotYetValid,
    Expired,
    Audience,

    /// <summary>Entra-issued tokens only: the app that asked for the token is not ours.</summary>
    App,

    /// <summary>Entra-issued tokens only: the tenant claim is not the issuer's.</summary>
    TenantClaim,

    ChannelId,
    Endorsement,
    ServiceUrlClaim,
    ServiceUrl,
    Tenant,
}
