using System.Security.Cryptography;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;

namespace Bot.Graph;

/// <summary>Reads the few properties of a profile that an adopter named. What goes wrong is logged without the person, and gives nothing.</summary>
internal sealed class Profiles(IOptions<GraphOptions> options, IHttpClientFactory clients, IServiceProvider services, TimeProvider time, ILogger<Profiles> log) : IDisposable
{
    internal const string Client = "graph";

    private const string Extensions = "onPremisesExtensionAttributes", ExtensionAttribute = "extensionAttribute";

    private static readonly TimeSpan ShortRest = TimeSpan.FromSeconds(10), LongRest = TimeSpan.FromMinutes(10);

    private readonly IReadOnlyList<string> _properties = options.Value.Properties;
    private readonly Lock _opening = new();
    private GraphServiceClient? _graph;
    private DateTimeOffset _restsUntil;

    /// <summary>Switched on by naming a property.</summary>
    public bool AreRead => _properties.Count > 0;

    /// <returns>The named properties that have a value, in the order named.</returns>
    public async ValueTask<IReadOnlyList<(string Property, string Value)>> OfAsync(Guid person, CancellationToken ct)
    {
        if (time.GetUtcNow() < _restsUntil) return [];
        try
        {
            var user = await Open().Users[person.ToString()].GetAsync(ask => ask.QueryParameters.Select = Select(), ct);
            return user is null ? [] : [.. _properties.Select(p => (Property: p, Value: Read(user, p))).Where(p => p.Value is { Length: > 0 }).Select(p => (p.Property, p.Value!))];
        }
        catch (ApiException e)
        {
            Refused(e);
        }
        catch (Exception e) when (e is AuthenticationFailedException or HttpRequestException or CryptographicException or IOException)
        {
            Rest(ShortRest);
            Log.GraphFailed(log, e.GetType().Name);
        }

        return [];
    }

    public void Dispose() => _graph?.Dispose();

    private GraphServiceClient Open()
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

    private string[] Select() => [.. _properties.Select(p => p.StartsWith(ExtensionAttribute, StringComparison.Ordinal) ? Extensions : p).Distinct(StringComparer.Ordinal)];

    private static string? Read(User user, string property) => property switch
    {
        "companyName" => user.CompanyName,
        "department" => user.Department,
        "officeLocation" => user.OfficeLocation,
        _ when property.StartsWith(ExtensionAttribute, StringComparison.Ordinal) => user.OnPremisesExtensionAttributes?.BackingStore.Get<string>(property),
        _ => user.AdditionalData.TryGetValue(property, out var value) ? value?.ToString() : null,
    };

    private void Refused(ApiException e)
    {
        switch (e.ResponseStatusCode)
        {
            // Somebody whom this directory does not know, such as a guest's own account.
            case 404:
                return;
            case 401 or 403:
                Rest(LongRest);
                Log.GraphForbids(log, e.ResponseStatusCode);
                return;
            case 429:
                Rest(RetryAfter(e) ?? ShortRest);
                break;
            default:
                Rest(ShortRest);
                break;
        }

        Log.GraphFailed(log, $"status {e.ResponseStatusCode}");
    }

    private void Rest(TimeSpan span) => _restsUntil = time.GetUtcNow() + span;

    private static TimeSpan? RetryAfter(ApiException e) =>
        e.ResponseHeaders.FirstOrDefault(h => h.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault() is { } seconds && double.TryParse(seconds, out var wait)
            ? TimeSpan.FromSeconds(Math.Clamp(wait, 1, 3_600)) : null;
}
