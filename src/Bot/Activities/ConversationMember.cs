using System.Text.Json.Serialization;

namespace Bot.Activities;

/// <summary>A person or bot in a conversation, as its roster names them.</summary>
public sealed record ConversationMember
{
    /// <summary>Differs for every bot: "29:…".</summary>
    public string? Id { get; init; }

    public string? Name { get; init; }
    public string? AadObjectId { get; init; }
    public string? ObjectId { get; init; }
    public string? GivenName { get; init; }
    public string? Surname { get; init; }
    public string? Email { get; init; }
    public string? UserPrincipalName { get; init; }
    public string? UserRole { get; init; }
    public string? TenantId { get; init; }

    /// <summary>The object id in Microsoft Entra, which Teams sends under either name.</summary>
    [JsonIgnore]
    public string? EntraId => AadObjectId ?? ObjectId;
}

/// <summary>A page of a roster.</summary>
public sealed record MembersPage
{
    public IReadOnlyList<ConversationMember> Members { get; init => field = value ?? []; } = [];

    /// <summary>For the next page; none on the last one.</summary>
    public string? ContinuationToken { get; init; }
}
