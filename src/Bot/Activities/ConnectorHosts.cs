using System.Collections.Concurrent;
using Bot.Activities.Tokens;
using Microsoft.Extensions.Options;

namespace Bot.Activities;

/// <summary>Which connectors may be called, and which of them may have our token. An address that was only stored proves nothing.</summary>
public sealed class ConnectorHosts(IOptions<AuthOptions> auth, IOptions<CredentialOptions> options)
{
    private readonly bool _isDevelopment = auth.Value.IsDevelopment;
    private readonly HashSet<string> _listed = new(options.Value.ServiceHosts, StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, bool> _proven = new(StringComparer.OrdinalIgnoreCase);

    internal enum Trust
    {
        None,

        /// <summary>This machine, in Development mode: called without a token.</summary>
        Local,

        WithToken,
    }

    internal Trust Of(Uri address)
    {
        if (_isDevelopment)
            return Loopback.IsHost(address.Host) ? Trust.Local : Trust.None;
        return address.Scheme == Uri.UriSchemeHttps
            && address.UserInfo.Length == 0
            && (_proven.ContainsKey(address.Authority) || address.IsDefaultPort && _listed.Contains(address.Host))
                ? Trust.WithToken
                : Trust.None;
    }

    /// <summary>From an activity whose token names this address.</summary>
    internal void Prove(Uri serviceUrl) => _proven.TryAdd(serviceUrl.Authority, true);
}
