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
        .. Known().OrderBy(known => known.Name, StringComparer.Ordinal).SelectMany(Read),
        .. OfTheHost.Where(name => configuration[name] is { Length: > 0 }).Select(Set),
    ];

    public IReadOnlyList<UnknownSetting> Unknown()
    {
        var known = Known();
        return
        [
            .. from set in configuration.AsEnumerable()
               where set.Value is not null && IsOurs(set.Key) && !known.Any(setting => setting.Reads(set.Key))
               let meant = Closest(set.Key, known)
               // Another program's variable may begin with the same word.
               where meant is not null || set.Key.Contains(':', StringComparison.Ordinal)
               orderby set.Key
               select new UnknownSetting(set.Key, Sources.Of(configuration, set.Key), meant),
        ];
    }

    // Two rooms may read one setting.
    private KnownSetting[] Known() =>
    [
        .. (from section in sections
            let defaults = Activator.CreateInstance(section.Options)
            from property in section.Options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            where property.CanWrite
            select new KnownSetting(section.NameOf(property.Name), property.PropertyType, property.GetValue(defaults))).DistinctBy(setting => setting.Name),
    ];

    private IEnumerable<Setting> Read(KnownSetting setting)
    {
        if (configuration[setting.Name] is not null) return [Set(setting.Name)];
        var below = configuration.GetSection(setting.Name).AsEnumerable().Where(entry => entry.Value is not null && setting.Reads(entry.Key)).OrderBy(entry => entry.Key, StringComparer.Ordinal).ToArray();
        return below.Length > 0 ? below.Select(entry => Set(entry.Key)) : [new(setting.Name, setting.Default, "default")];
    }

    private Setting Set(string name) => new(name, Masks.Of(name, configuration[name]!), Sources.Of(configuration, name));

    // An environment variable with single underscores is a common slip.
    private static bool IsOurs(string key) =>
        key.StartsWith($"{Root}:", StringComparison.OrdinalIgnoreCase) || key.StartsWith($"{Root}_", StringComparison.OrdinalIgnoreCase);

    private static string? Closest(string key, KnownSetting[] known)
    {
        var plain = key.Replace('_', ':');
        var (name, distance) = known.SelectMany(setting => setting.Near(plain)).Select(name => (name, Distance: Slips.Between(plain.ToLowerInvariant(), name.ToLowerInvariant()))).MinBy(candidate => candidate.Distance);
        return distance <= Math.Max(2, plain.Length / 5) ? name : null;
    }
}
