using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Bot.Checkups.Settings;

/// <summary>Reads every setting with the place that it comes from, and the names that nothing reads.</summary>
public sealed class SettingsRead(IConfiguration configuration, IReadOnlyList<OptionsSection> sections)
{
    private const string Root = "Bot";
    private static readonly string[] OfTheHost = ["ASPNETCORE_ENVIRONMENT", "ASPNETCORE_URLS", "urls", "OTEL_EXPORTER_OTLP_ENDPOINT"];

    internal IReadOnlyList<OptionsSection> Sections => sections;

    public IReadOnlyList<Setting> All() =>
    [
        .. Known().OrderBy(known => known.Name, StringComparer.Ordinal).Select(known => Read(known.Name, known.Default)),
        .. OfTheHost.Where(name => configuration[name] is { Length: > 0 }).Select(name => Read(name, null)),
    ];

    public IReadOnlyList<UnknownSetting> Unknown()
    {
        var known = Known().Select(setting => setting.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. from set in configuration.AsEnumerable()
               where set.Value is not null && IsOurs(set.Key) && !IsRead(set.Key, known)
               orderby set.Key
               select new UnknownSetting(set.Key, Sources.Of(configuration, set.Key), Closest(set.Key, known)),
        ];
    }

    // Two rooms may read one setting.
    private IEnumerable<(string Name, object? Default)> Known() => Bound().DistinctBy(setting => setting.Name);

    private IEnumerable<(string Name, object? Default)> Bound() =>
        from section in sections
        let defaults = Activator.CreateInstance(section.Options)
        from property in section.Options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.CanWrite
        select (section.NameOf(property.Name), property.GetValue(defaults));

    private Setting Read(string name, object? byDefault)
    {
        if (configuration[name] is { } value) return new(name, Masks.Of(name, value), Sources.Of(configuration, name));
        var list = configuration.GetSection(name).AsEnumerable().Where(entry => entry.Value is not null).OrderBy(entry => entry.Key, StringComparer.Ordinal).ToArray();
        return list.Length > 0
            ? new(name, string.Join(", ", list.Select(entry => Masks.Of(name, entry.Value!))), Sources.Of(configuration, list[^1].Key))
            : new(name, Words(byDefault), "default");
    }

    private static string Words(object? value) => value switch
    {
        null => "",
        bool on => on ? "true" : "false",
        string text => text,
        IEnumerable list => string.Join(", ", list.Cast<object>()),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    // An environment variable with single underscores is a common slip.
    private static bool IsOurs(string key) =>
        key.StartsWith($"{Root}:", StringComparison.OrdinalIgnoreCase) || key.StartsWith($"{Root}_", StringComparison.OrdinalIgnoreCase);

    private static bool IsRead(string key, HashSet<string> known)
    {
        if (known.Contains(key)) return true;
        var last = key.LastIndexOf(':');
        return last > 0 && int.TryParse(key.AsSpan(last + 1), out _) && known.Contains(key[..last]);
    }

    private static string? Closest(string key, HashSet<string> known)
    {
        var plain = key.Replace('_', ':');
        var (name, distance) = known.Select(name => (name, Distance: Slips.Between(plain.ToLowerInvariant(), name.ToLowerInvariant()))).MinBy(candidate => candidate.Distance);
        return distance <= Math.Max(2, plain.Length / 5) ? name : null;
    }
}
