using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Bot.Activities.Callers;

/// <summary>Steps 2 to 6 of the check: whatever can be said about a token without the activity that came with it.</summary>
internal sealed class TokenProof(AuthOptions options, KeyRings rings, TimeProvider time)
{
    private readonly CloudAddresses _cloud = CloudAddresses.Of(options);
    private readonly string _appId = Guid.TryParse(options.AppId, out var id) ? id.ToString("D") : "";

    public async ValueTask<(TokenStep Step, ProvenToken? Token)> ProveAsync(string encoded)
    {
        if (Parse(encoded) is not { } token)
            return (TokenStep.Form, null);
        var fromChannel = token.Issuer == _cloud.ChannelIssuer;
        var ring = fromChannel ? rings.Channel : PinnedTenantOf(token) is null ? null : rings.Entra;
        if (ring is null)
            return (TokenStep.Issuer, null);
        var (keys, key) = await ring.FindAsync(token.Kid ?? "");
        if (keys is null || key is null)
            return (keys is null ? TokenStep.KeyFetch : TokenStep.UnknownKey, null);
        if (token.Alg != SecurityAlgorithms.RsaSha256)
            return (TokenStep.Algorithm, null);
        if (!await key.SignedAsync(token))
            return (TokenStep.Signature, null);
        var step = StepOfClaims(token, fromChannel);
        var serviceUrl = fromChannel && token.TryGetPayloadValue<string>("serviceurl", out var claim) ? claim : null;
        return step == TokenStep.Accepted
            ? (step, new(keys, key, fromChannel, serviceUrl, Utc(token.ValidFrom), Utc(token.ValidTo)))
            : (step, null);
    }

    private TokenStep StepOfClaims(JsonWebToken token, bool fromChannel)
    {
        var now = time.GetUtcNow();
        if (!ProvenToken.HasBegun(Utc(token.ValidFrom), now))
            return TokenStep.NotYetValid;

        // A token without "exp" has ended at the beginning of time.
        if (ProvenToken.HasEnded(Utc(token.ValidTo), now))
            return TokenStep.Expired;
        if (token.Audiences.ToList() is not [var audience] || audience != _appId)
            return TokenStep.Audience;
        if (fromChannel)
            return TokenStep.Accepted;
        if (AppOf(token) != _appId)
            return TokenStep.App;
        return Claim(token, "tid") == PinnedTenantOf(token) ? TokenStep.Accepted : TokenStep.TenantClaim;
    }

    // Never from the token's own tenant claim: only a tenant that the settings name may have issued it.
    private string? PinnedTenantOf(JsonWebToken token) => options.EntraTenants
        .Select(tenant => tenant.ToLowerInvariant())
        .FirstOrDefault(tenant => _cloud.IssuersOf(tenant) is var (v1, v2) && token.Issuer == (Claim(token, "ver") == "2.0" ? v2 : v1));

    private static string? AppOf(JsonWebToken token) => Claim(token, "ver") switch
    {
        "1.0" => Claim(token, "appid"),
        "2.0" => Claim(token, "azp"),
        _ => null,
    };

    private static string? Claim(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;

    private static DateTimeOffset Utc(DateTime time) => new(time.Ticks, TimeSpan.Zero);

    private static JsonWebToken? Parse(string encoded)
    {
        try
        {
            var token = new JsonWebToken(encoded);

            // A token inside a token, or an extension that must be understood: neither is the channel's.
            return token.Cty is { Length: > 0 } || token.TryGetHeaderValue<object>("crit", out _) ? null : token;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or SecurityTokenException)
        {
            return null;
        }
    }
}
