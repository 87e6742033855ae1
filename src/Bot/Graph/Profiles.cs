using Microsoft.Extensions.Options;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;

namespace Bot.Graph;

/// <summary>Reads the few properties of a profile that an adopter named. What goes wrong is logged without the person, and gives nothing.</summary>
internal sealed class Profiles(IOptions<GraphOptions> options, GraphConnection graph, TimeProvider time, ILogger<Profiles> log)
{
    private const string Extensions = "onPremisesExtensionAttributes", ExtensionAttribute = "extensionAttribute";

    private readonly IReadOnlyList<string> _properties = options.Value.Properties;
    private readonly GraphRest _rest = new(time);

    /// <summary>Switched on by naming a property.</summary>
    public bool AreRead => _properties.Count > 0;

    /// <returns>The named properties that have a value, in the order named.</returns>
    public async ValueTask<IReadOnlyList<(string Property, string Value)>> OfAsync(Guid person, CancellationToken ct)
    {
        if (_rest.IsNow) return [];
        try
        {
            var user = await graph.Open().Users[person.ToString()].GetAsync(ask => ask.QueryParameters.Select = Select(), ct);
            return user is null ? [] : [.. _properties.Select(p => (Property: p, Value: Read(user, p))).Where(p => p.Value is { Length: > 0 }).Select(p => (p.Property, p.Value!))];
        }
        catch (ApiException e)
        {
            Refused(e);
        }
        catch (Exception e) when (GraphConnection.IsOutage(e))
        {
            _rest.Shortly();
            Log.GraphFailed(log, e.GetType().Name);
        }

        return [];
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
        // Somebody whom this directory does not know, such as a guest's own account.
        if (e.ResponseStatusCode == 404) return;
        _rest.After(e);
        if (e.ResponseStatusCode is 401 or 403) Log.GraphForbids(log, e.ResponseStatusCode);
        else Log.GraphFailed(log, $"status {e.ResponseStatusCode}");
    }
}
