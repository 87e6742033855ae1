using System.Collections.Frozen;

namespace Bot.Turns;

/// <summary>One feature for each route key, or the start fails.</summary>
public sealed class Router
{
    private readonly FrozenDictionary<string, IFeature> _routes;

    public Router(IEnumerable<IFeature> features)
    {
        var routes = new Dictionary<string, IFeature>(StringComparer.Ordinal);
        foreach (var feature in features)
        {
            foreach (var key in feature.Handles)
            {
                if (!routes.TryAdd(key, feature))
                {
                    throw new InvalidOperationException(
                        $"The features {routes[key].Name} and {feature.Name} both handle \"{key}\". Take it from one of them.");
                }
            }
        }

        _routes = routes.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public IFeature? Find(string key) => _routes.GetValueOrDefault(key);
}
