using Microsoft.Extensions.Options;

namespace Bot.Knowledge.Sources;

/// <summary>A source as the settings name it.</summary>
public sealed record ConfiguredSource(string Name, SourceKind Kind, string Where, bool OnSchedule);

/// <summary>The sources that the settings name, in order of name.</summary>
public sealed class ConfiguredSources(IOptions<SourceOptions> options, IHostEnvironment environment)
{
    public IReadOnlyList<ConfiguredSource> All { get; } =
        [.. options.Value.Sources.Select(s => Of(s.Key, s.Value, environment.ContentRootPath)).OrderBy(s => s.Name, StringComparer.OrdinalIgnoreCase)];

    public ConfiguredSource? Find(string name) => All.FirstOrDefault(source => source.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    internal string NoneOfThese => All.Count == 0
        ? "No source is set up. Name a folder, a page or a SharePoint folder under Bot:Knowledge:Sources in the settings."
        : $"There is no such source. The settings name: {string.Join(", ", All.Select(source => source.Name))}.";

    private static ConfiguredSource Of(string name, SourceSetting setting, string root)
    {
        var kind = setting.Parsed ?? SourceKind.Folder;
        return new ConfiguredSource(name, kind, kind == SourceKind.Folder ? Path.GetFullPath(setting.Where, root) : setting.Where, setting.OnSchedule);
    }
}
