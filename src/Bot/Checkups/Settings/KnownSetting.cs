using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Bot.Checkups.Settings;

/// <summary>A setting that something reads: one value, a list, or several things by name.</summary>
internal sealed class KnownSetting(string name, Type type, object? byDefault)
{
    // What stands under each name of a dictionary, such as Bot:Knowledge:Sources:policies:Where.
    private readonly string[] _parts = PartsOf(type);

    public string Name => name;

    /// <summary>In words, as the configuration would hold it.</summary>
    public string Default { get; } = byDefault switch
    {
        null or IDictionary => "",
        bool on => on ? "true" : "false",
        string text => text,
        IEnumerable list => string.Join(", ", list.Cast<object>()),
        _ => string.Create(CultureInfo.InvariantCulture, $"{byDefault}"),
    };

    public bool Reads(string key) => key.Equals(name, StringComparison.OrdinalIgnoreCase)
        || Below(key) is { } below && (_parts.Length > 0 ? below.Length == 2 && _parts.Contains(below[1], StringComparer.OrdinalIgnoreCase) : below.Length == 1 && int.TryParse(below[0], out _));

    /// <summary>The names that would be read where this one stands.</summary>
    public IEnumerable<string> Near(string key) => _parts.Length > 0 && Below(key) is { } below ? _parts.Select(part => $"{name}:{below[0]}:{part}") : [name];

    private string[]? Below(string key) => key.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase) ? key[(name.Length + 1)..].Split(':') : null;

    private static string[] PartsOf(Type type) => type.IsGenericType && type.GenericTypeArguments is [_, { IsClass: true } item] && item != typeof(string)
        ? [.. item.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).Select(property => property.Name)] : [];
}
