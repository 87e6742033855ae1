using System.Security.Cryptography;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.Extensions.Options;

namespace Bot.Activities.Tokens;

/// <summary>Our own token for the connector.</summary>
public sealed class BotTokens
{
    /// <summary>Names the client in the factory.</summary>
    internal const string Client = "tokens";

    private const int LongestReason = 400;

    private readonly BotCredential _credential;
    private readonly TokenCache _cache;
    private readonly IReadOnlyList<string> _missing;

    public BotTokens(IOptions<AuthOptions> auth, IOptions<CredentialOptions> options, IHttpClientFactory clients, TimeProvider time)
    {
        var transport = new HttpClientTransport(clients.CreateClient(Client));
        _credential = new BotCredential(auth.Value, options.Value, transport);
        _cache = new TokenCache(ct => AcquireAsync([CloudAddresses.Of(auth.Value).Scope], ct), time);
        _missing = options.Value.IsSet || auth.Value.IsDevelopment ? [] :
        [
            $"The bot has no credential, so it cannot reply. Set one of {AuthOptions.Section}:{nameof(CredentialOptions.ClientSecret)}, "
            + $"{nameof(CredentialOptions.CertificatePath)}, {nameof(CredentialOptions.CertificateThumbprint)}, "
            + $"{nameof(CredentialOptions.FederatedIdentity)} or {nameof(CredentialOptions.ManagedIdentity)}.",
        ];
    }

    /// <summary>What the settings lack, in words.</summary>
    public IReadOnlyList<string> Missing => _missing;

    /// <summary>When our certificate ends; null where there is none.</summary>
    internal DateTimeOffset? CredentialEnds => _credential.Ends;

    /// <returns>Null where none can be had now.</returns>
    internal async ValueTask<HeldToken?> FindAsync(HeldToken? refused, CancellationToken ct)
    {
        if (_missing.Count > 0)
            return null;
        try
        {
            return refused is null ? await _cache.GetAsync(ct) : await _cache.RenewAsync(refused, ct);
        }
        catch (Exception e) when (IsExpected(e, ct))
        {
            return null;
        }
    }

    /// <summary>Asks for a token now and says in words what came of it.</summary>
    public async Task<SelfCheck> CheckAsync(CancellationToken ct)
    {
        if (_missing.Count > 0)
            return new(false, _missing[0]);
        try
        {
            var token = await _cache.GetAsync(ct);
            return new(true, $"Entra issues a token for {_credential.Kind}, good until {token.Until:HH:mm} UTC.");
        }
        catch (Exception e) when (IsExpected(e, ct))
        {
            return new(false, $"No token could be had with {_credential.Kind}. {Reason(e)}");
        }
    }

    // Entra's own line, if it said one; what follows are trace ids.
    private static string Reason(Exception e)
    {
        for (var inner = e; inner is not null; inner = inner.InnerException)
        {
            if (inner.Message.IndexOf("AADSTS", StringComparison.Ordinal) is >= 0 and var at)
                return inner.Message[at..].ReplaceLineEndings("\n").Split('\n')[0].Trim();
        }

        var words = (e.InnerException ?? e).Message.ReplaceLineEndings(" ");
        return words.Length > LongestReason ? words[..LongestReason] : words;
    }

    private async Task<Azure.Core.AccessToken> AcquireAsync(string[] scopes, CancellationToken ct) =>
        await _credential.Create().GetTokenAsync(new Azure.Core.TokenRequestContext(scopes), ct);

    private static bool IsExpected(Exception e, CancellationToken ct) =>
        e is AuthenticationFailedException or Azure.RequestFailedException or CryptographicException or IOException or UnauthorizedAccessException or HttpRequestException or TimeoutException
        || e is OperationCanceledException && !ct.IsCancellationRequested;
}
