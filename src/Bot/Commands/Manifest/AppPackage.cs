using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Pictures;

namespace Bot.Commands.Manifest;

/// <summary>The zip that is uploaded to Teams. The same facts and sources give the same bytes.</summary>
internal static partial class AppPackage
{
    public const string ManifestFile = "manifest.json";
    private const string DefaultLanguage = "en-gb";
    private const int ColorSide = 192, OutlineSide = 32;

    // The oldest time that a zip can hold: when it was packed is nobody's business.
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <returns>The files by name, or problems in words.</returns>
    public static (IReadOnlyList<(string Name, byte[] Bytes)> Files, IReadOnlyList<string> Problems) Make(string folder, PackageFacts facts)
    {
        var problems = facts.Problems().ToList();
        if (!File.Exists(Path.Combine(folder, ManifestFile))) problems.Add($"There is no {ManifestFile} in {folder}.");
        var color = Icon(facts.Options.ColorIcon, ColorSide, AppIcons.Color, problems);
        var outline = Icon(facts.Options.OutlineIcon, OutlineSide, AppIcons.Outline, problems);
        if (problems.Count > 0) return ([], problems);

        var languages = Languages(folder);
        var manifest = ManifestText.Fill(File.ReadAllText(Path.Combine(folder, ManifestFile)), facts, languages.Select(l => l.Tag));
        problems.AddRange(languages.SelectMany(language => Faults(language.Path, manifest)));
        return (
        [
            (ManifestFile, ManifestText.ToUtf8(manifest)), ("color.png", color), ("outline.png", outline),
            ($"{DefaultLanguage}.json", ManifestText.ToUtf8(Localisation.Of(manifest))),
            .. languages.Select(language => ($"{language.Tag}.json", File.ReadAllBytes(language.Path))),
        ], problems);
    }

    public static byte[] Zip(IReadOnlyList<(string Name, byte[] Bytes)> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                // Stored as it is: packers of different machines do not agree on a single byte.
                var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
                (entry.LastWriteTime, entry.ExternalAttributes) = (Always, 0);
                using var file = entry.Open();
                file.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static (string Tag, string Path)[] Languages(string folder) =>
    [
        .. from path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)
           let tag = Path.GetFileNameWithoutExtension(path)
           where LanguageTag().IsMatch(tag) && tag != DefaultLanguage
           select (tag, path),
    ];

    private static IEnumerable<string> Faults(string path, JsonObject manifest)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(path)) is JsonObject file
                ? Localisation.Strangers(file, manifest).Select(key => $"{Path.GetFileName(path)}: the manifest has no {key}.")
                : [$"{Path.GetFileName(path)} must be a JSON object of strings."];
        }
        catch (JsonException e)
        {
            return [$"{Path.GetFileName(path)} is not JSON (line {e.LineNumber + 1})."];
        }
    }

    private static byte[] Icon(string path, int side, Func<byte[]> own, List<string> problems)
    {
        if (path.Length == 0) return own();
        if (!File.Exists(path)) problems.Add($"There is no icon at {path}.");
        else if (PngSize.Of(File.ReadAllBytes(path)) != (side, side)) problems.Add($"{path} must be a PNG of {side} by {side} pixels.");
        else return File.ReadAllBytes(path);
        return [];
    }

    [GeneratedRegex("^[a-z]{2}(-[a-z]{2,4})?$")]
    private static partial Regex LanguageTag();
}
