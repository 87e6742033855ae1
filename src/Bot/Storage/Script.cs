using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Storage;

/// <summary>One numbered step of the schema.</summary>
internal sealed record Script(int Number, string Name, string Sql)
{
    private const string Folder = "Bot.Storage.Scripts.";

    // Line ends are not part of the script: a checkout may change them.
    public string Sha256 { get; } =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    public static IReadOnlyList<Script> Embedded()
    {
        var assembly = typeof(Script).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => Read(assembly, name))
            .OrderBy(script => script.Number)];
    }

    private static Script Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        var name = resource[Folder.Length..^".sql".Length];
        return new Script(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name[5..], reader.ReadToEnd());
    }
}
