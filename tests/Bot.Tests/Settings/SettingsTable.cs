using System.Collections;
using System.Globalization;
using System.Reflection;
using Bot.Hosting;
using Bot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Faults = Bot.Tests.Structure.Faults;

namespace Bot.Tests.Settings;

/// <summary>The README's table of settings: | `Bot:Auth:Mode` | default | meaning |, a row for every property that is bound.</summary>
public sealed class SettingsTable
{
    private static readonly string Readme = Repository.PathOf("README.md");

    [Fact]
    public void EverySetting_IsInTheReadme_WithItsDefault()
    {
        Assert.True(File.Exists(Readme), "README.md is missing, and with it the table of settings.");
        var rows = File.ReadAllLines(Readme).Where(line => line.StartsWith("| `Bot:", StringComparison.Ordinal)).Select(Cells).ToDictionary(cells => cells[0].Trim('`'));

        Faults.None(Settings().SelectMany(setting => FaultsOf(setting, rows)));
    }

    [Fact]
    public void TheReadme_NamesNoSettingThatIsNotBound()
    {
        Assert.True(File.Exists(Readme), "README.md is missing, and with it the table of settings.");
        var bound = Settings().Select(setting => setting.Name).ToHashSet();

        Faults.None(
            from line in File.ReadAllLines(Readme)
            where line.StartsWith("| `Bot:", StringComparison.Ordinal)
            let name = Cells(line)[0].Trim('`')
            where !bound.Contains(name)
            select $"{name} is in the table, but nothing reads it.");
    }

    [Fact]
    public void EveryBoundClass_IsKnownHere() => Faults.None(
        from type in BoundClasses()
        where KnownSettings.Sections.All(section => section.Options != type)
        select $"{type.Name} is bound to a section: name it in Hosting/KnownSettings.cs, and its settings in the README.");

    private static IEnumerable<string> FaultsOf((string Name, string Default) setting, Dictionary<string, string[]> rows)
    {
        if (!rows.TryGetValue(setting.Name, out var cells))
            yield return $"{setting.Name} is missing. Its default is {setting.Default}.";
        else if (cells[1] != setting.Default)
            yield return $"{setting.Name}: the table says {cells[1]}, the default is {setting.Default}.";
        else if (cells.Length < 3 || cells[2].Length < 10)
            yield return $"{setting.Name}: say what it means.";
    }

    private static IEnumerable<(string Name, string Default)> Settings() =>
        from section in KnownSettings.Sections
        let defaults = Activator.CreateInstance(section.Options)
        from property in section.Options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.CanWrite
        select (section.NameOf(property.Name), Words(property.GetValue(defaults)));

    private static string Words(object? value) => value switch
    {
        null or "" => "none",
        string text => text,
        bool on => on ? "`true`" : "`false`",
        IEnumerable list => list.Cast<object>().Any() ? string.Join(", ", list.Cast<object>()) : "none",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    private static string[] Cells(string line) => [.. line.Trim('|', ' ').Split('|').Select(cell => cell.Trim())];

    private static HashSet<Type> BoundClasses()
    {
        var bound = new HashSet<Type>();
        Service.Build(new WebApplicationOptions { EnvironmentName = "Development" }, builder => bound.UnionWith(
            from service in builder.Services
            where service.ServiceType.IsGenericType && service.ServiceType.GetGenericTypeDefinition() == typeof(IConfigureOptions<>)
            let type = service.ServiceType.GetGenericArguments()[0]
            where type.Assembly == typeof(Service).Assembly
            select type));
        return bound;
    }
}
