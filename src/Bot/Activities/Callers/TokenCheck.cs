using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Bot.Activities.Callers;

/// <summary>Proves that the channel sent an activity to us, and that its tenant may use the bot. The first step that fails is the answer.</summary>
public sealed class TokenCheck
{
    private readonly ProvenTokens _proven = new();
    private readonly HashSet<string> _tenants;
    private readonly TokenProof _proof;
    private readonly KeyRings _rings;
    private readonly TimeProvider _time;

    public TokenCheck(IOptions<AuthOptions> options, KeyRings rings, TimeProvider time)
    {
        var auth = options.Value;
        _proof = new TokenProof(auth, rings, time);
        _rings = rings;
        _time = time;
        _tenants = new(auth.AllowedTenants.Count > 0 ? auth.AllowedTenants : [auth.TenantId], StringComparer.OrdinalIgnoreCase);
    }

    internal async ValueTask<(TokenStep Step, ProvenToken? Token)> CheckAsync(StringValues authorization, Activity activity)
    {
        var step = BearerHeader.Read(authorization, out var encoded);
        if (step != TokenStep.Accepted)
            return (step, null);
        var now = _time.GetUtcNow();
        var hash = ProvenTokens.HashOf(encoded.Span);
        var token = _proven.Find(hash);
        if (token is null || !token.IsAliveAt(now) || token.Keys != (token.IsFromChannel ? _rings.Channel : _rings.Entra)?.Current)
        {
            (step, token) = await _proof.ProveAsync(encoded.ToString());
            if (token is null)
                return (step, null);
            _proven.Add(hash, token, now);
        }

        return (StepOf(token, activity), token);
    }

    private TokenStep StepOf(ProvenToken token, Activity activity)
    {
        if (token.IsFromChannel)
        {
            if (string.IsNullOrEmpty(activity.ChannelId))
                return TokenStep.ChannelId;
            if (!token.Key.Endorses(activity.ChannelId))
                return TokenStep.Endorsement;
            if (string.IsNullOrEmpty(token.ServiceUrl))
                return TokenStep.ServiceUrlClaim;
            if (token.Address is null || !token.ServiceUrl.Equals(activity.ServiceUrl, StringComparison.OrdinalIgnoreCase))
                return TokenStep.ServiceUrl;
        }

        return TenantOf(activity) is { } tenant && _tenants.Contains(tenant) ? TokenStep.Accepted : TokenStep.Tenant;
    }

    private static string? TenantOf(Activity activity)
    {
        if (activity.Conversation?.TenantId is { Length: > 0 } tenant)
            return tenant;
        return activity.ChannelData is { ValueKind: JsonValueKind.Object } data
            && data.TryGetProperty("tenant", out var found)
            && found.ValueKind == JsonValueKind.Object
            && found.TryGetProperty("id", out var id)
            && id.ValueKind == JsonValueKind.String
                ? id.GetString()
                : null;
    }
}
