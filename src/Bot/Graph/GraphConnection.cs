using System.Security.Cryptography;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;

namespace Bot.Graph;

/// <summary>The one client of Microsoft Graph, opened when something first asks.</summary>
internal sealed class GraphConnection(IOptions<GraphOptions> options, IHttpClientFactory clients, IServiceProvider services) : IDisposable
{
    internal const string Client = "graph";

    private readonly Lock _opening = new();
    private GraphServiceClient? _graph;

    public GraphServiceClient Open()
    {
        lock (_opening)
        {
            if (_graph is not null) return _graph;
            var address = new Uri(options.Value.Endpoint);
            var scope = $"{address.GetLeftPart(UriPartial.Authority)}/.default";
            var proof = new AzureIdentityAuthenticationProvider(services.GetRequiredService<TokenCredential>(), [address.Host], null, isCaeEnabled: true, scopes: [scope]);
            return _graph = new GraphServiceClient(clients.CreateClient(Client), proof, options.Value.Endpoint);
        }
    }

    /// <summary>The network, or the bot's own credential: nothing that Graph said.</summary>
    public static bool IsOutage(Exception e) => e is AuthenticationFailedException or HttpRequestException or CryptographicException or IOException;

    public void Dispose() => _graph?.Dispose();
}
