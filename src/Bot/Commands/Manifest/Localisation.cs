using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Commands.Manifest;

/// <summary>The strings of a manifest that can be translated, as Teams' localisation files name them.</summary>
internal static partial class Localisation
{
    private const string Schema = "https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.Localization.schema.json";

    /// <summary>The default language's file: a translator copies it.</summary>
    public static JsonObject Of(JsonObject manifest)
    {
        var strings = new JsonObject { ["$schema"] = Schema };
        foreach (var part in (string[])["name", "description"]) Collect(manifest[part]!, part, strings);
        foreach (var part in (string[])["bots", "composeExtensions"]) Collect(manifest[part]!, part, strings);
        return strings;
    }

    /// <summary>Names of the file that the manifest does not have: usually a slip.</summary>
    public static IEnumerable<string> Strangers(JsonObject file, JsonObject manifest)
    {
        var known = Of(manifest).Select(entry => entry.Key).ToHashSet();
        return file.Select(entry => entry.Key).Where(key => !known.Contains(key));
    }

    private static void Collect(JsonNode node, string path, JsonObject strings)
    {
        if (node is JsonObject fields)
        {
            foreach (var (name, value) in fields)
                if (value is not null) Collect(value, $"{path}.{name}", strings);
        }
        else if (node is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++) Collect(list[i]!, $"{path}[{i}]", strings);
        }
        else if (Translatable().IsMatch(path))
        {
            strings[path] = node.DeepClone();
        }
    }

    [GeneratedRegex(@"^(name\.(short|full)|description\.(short|full)|bots\[0\]\.commandLists\[\d\]\.commands\[\d+\]\.(title|description|prompt)|composeExtensions\[0\]\.commands\[\d\](\.parameters\[\d\])?\.(title|description))$")]
    private static partial Regex Translatable();
}
