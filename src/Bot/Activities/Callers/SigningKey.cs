using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Bot.Activities.Callers;

/// <summary>One published key and the channels that it may speak for.</summary>
internal sealed class SigningKey(RsaSecurityKey key, IReadOnlyCollection<string> endorsements)
{
    private static readonly JsonWebTokenHandler Handler = new();

    // The signature and nothing else: every other rule is a step of its own, in the order of the protocol.
    private readonly TokenValidationParameters _signatureOnly = new()
    {
        IssuerSigningKey = key,
        TryAllIssuerSigningKeys = false,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        RequireSignedTokens = true,
        ValidateIssuerSigningKey = false,
        ValidateIssuer = false,
        ValidateAudience = false,
        ValidateLifetime = false,
        RequireExpirationTime = false,
    };

    public bool Endorses(string channelId) => endorsements.Contains(channelId);

    public async Task<bool> SignedAsync(JsonWebToken token) => (await Handler.ValidateTokenAsync(token, _signatureOnly)).IsValid;
}
