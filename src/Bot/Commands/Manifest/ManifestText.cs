using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Features.Welcome;

namespace Bot.Commands.Manifest;

/// <summary>Fills the source of the manifest: placeholders, prompt starters, languages.</summary>
internal static class ManifestText
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonObject Fill(string source, PackageFacts facts, IEnumerable<string> languages)
    {
        var manifest = JsonNode.Parse(source)!.AsObject();
        Replace(manifest, facts.Values);
        manifest["bots"]![0]!["commandLists"] = new JsonArray(CommandList());
        var more = languages.Select(tag => (JsonNode)new JsonObject { ["languageTag"] = tag, ["file"] = $"{tag}.json" }).ToArray();
        if (more.Length > 0) manifest["localizationInfo"]!["additionalLanguages"] = new JsonArray(more);
        if (facts.PublicUrl.Length == 0) manifest.Remove("validDomains");
        return manifest;
    }

    public static byte[] ToUtf8(JsonNode json) => [.. JsonSerializer.SerializeToUtf8Bytes(json, Readable), (byte)'\n'];

    private static JsonObject CommandList() => new()
    {
        ["scopes"] = new JsonArray("personal", "team", "groupChat"),
        ["commands"] = new JsonArray([.. Starters.All.Select(starter => (JsonNode)new JsonObject
        {
            ["type"] = "prompt",
            ["title"] = starter.Title,
            ["description"] = starter.Description,
            ["prompt"] = starter.Prompt,
        })]),
    };

    private static void Replace(JsonNode node, IReadOnlyDictionary<string, string> values)
    {
        if (node is JsonObject fields)
        {
            foreach (var (name, value) in fields.ToArray())
                if (value is JsonValue) fields[name] = Replaced(value, values);
                else if (value is not null) Replace(value, values);
        }
        else if (node is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
                if (list[i] is JsonValue value) list[i] = Replaced(value, values);
                else if (list[i] is { } inner) Replace(inner, values);
        }
    }

    private static JsonNode? Replaced(JsonNode value, IReadOnlyDictionary<string, string> values)
    {
        if (value.GetValueKind() != JsonValueKind.String) return value.DeepClone();
        var text = value.GetValue<string>();
        foreach (var (name, filled) in values) text = text.Replace($"${{{name}}}", filled, StringComparison.Ordinal);
        return text;
    }
}
