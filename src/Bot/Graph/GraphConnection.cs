using System.Security.Cryptography;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;

namespace Bot.Graph;

/// <summary>The clients of Microsoft Graph, opened when something first asks.</summary>
internal sealed class GraphConnection(IOptions<GraphOptions> options, IHttpClientFactory clients, IServiceProvider services) : IDisposable
{
    internal const string Client = "graph";

    private readonly Lock _opening = new();

    // Made when it is needed: the library is 37 MB, and most guides never read it.
    private Dictionary<string, GraphServiceClient>? _open;

    /// <param name="client">The way out, with its time limit.</param>
    public GraphServiceClient Open(string client = Client)
    {
        lock (_opening)
        {
            _open ??= new(StringComparer.Ordinal);
            if (_open.TryGetValue(client, out var graph)) return graph;
            var address = new Uri(options.Value.Endpoint);
            var scope = $"{address.GetLeftPart(UriPartial.Authority)}/.default";
            var proof = new AzureIdentityAuthenticationProvider(services.GetRequiredService<TokenCredential>(), [address.Host], null, isCaeEnabled: true, scopes: [scope]);
            return _open[client] = new GraphServiceClient(clients.CreateClient(client), proof, options.Value.Endpoint);
        }
    }

    /// <summary>The network, or the bot's own credential: nothing that Graph said.</summary>
    public static bool IsOutage(Exception e) => e is AuthenticationFailedException or HttpRequestException or CryptographicException or IOException;

    public void Dispose()
    {
        foreach (var graph in (IEnumerable<IDisposable>?)_open?.Values ?? []) graph.Dispose();
    }
}
