using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Knowledge.Documents;

/// <summary>The JSON layouts: QnA Maker's download (qnaDocuments) and custom question answering's import and export (assets.qnas, in either case).</summary>
internal static class PairJson
{
    internal static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 };

    public static PairFile Read(byte[] bytes)
    {
        var warnings = new List<string>();
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(TextBytes.Decode(bytes, warnings), documentOptions: Lenient);
        }
        catch (JsonException e)
        {
            throw new DocumentException($"The file is no valid JSON (line {e.LineNumber + 1}). Export it again, or mend that line.");
        }

        var assets = Child(root, "assets");
        var list = Child(root, "qnaDocuments") ?? Child(assets, "qnas") ?? Child(root, "qnas");
        if (list is not JsonArray records)
            throw new DocumentException("The JSON holds neither \"qnaDocuments\" nor \"assets\" with \"qnas\", so it is no export of questions and answers.");
        var pairs = records.Select((record, i) => Record(record, i + 1, warnings)).OfType<Pair>().ToList();
        foreach (var twice in pairs.Where(p => p.Id is not null).GroupBy(p => p.Id).Where(g => g.Count() > 1))
            warnings.Add($"The id {twice.Key} is used by {twice.Count()} pairs. All were taken; a prompt to it leads to the first.");
        var synonyms = (Child(assets, "synonyms") ?? Child(root, "wordAlterations")) as JsonArray ?? [];
        return new PairFile(pairs, [.. synonyms.Select(set => Texts(Child(set, "alterations"))).Where(words => words.Count > 1)], warnings);
    }

    public static byte[] Write(IReadOnlyList<Pair> pairs, IReadOnlyList<IReadOnlyList<string>> synonyms, string defaultAnswer) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            Metadata = new { Language = "en", MultilingualResource = false, Settings = new { DefaultAnswer = defaultAnswer } },
            Assets = new
            {
                Synonyms = synonyms.Select(words => new { Alterations = words }),
                Qnas = pairs.Select(pair => new
                {
                    pair.Id,
                    pair.Answer,
                    pair.Source,
                    pair.SourceDisplayName,
                    pair.Questions,
                    Metadata = pair.Metadata.DistinctBy(m => m.Key).ToDictionary(m => m.Key, m => m.Value),
                    Dialog = new { pair.IsContextOnly, Prompts = pair.Prompts.Select(p => new { p.DisplayOrder, QnaId = p.PairId, p.DisplayText }) },
                }),
            },
        }, Indented);

    private static Pair? Record(JsonNode? record, int number, List<string> warnings)
    {
        var questions = Texts(Child(record, "questions"));
        var answer = Text(record, "answer");
        if (questions.Count == 0 || answer.Length == 0)
        {
            warnings.Add($"Pair {number} has no {(answer.Length == 0 ? "answer" : "question")} and was left out.");
            return null;
        }

        var dialog = Child(record, "dialog") ?? Child(record, "context");
        return new Pair
        {
            Id = Number(record, "id"),
            Questions = questions,
            Answer = answer.ReplaceLineEndings("\n"),
            Source = Text(record, "source"),
            SourceDisplayName = Text(record, "sourceDisplayName"),
            Metadata = Metadata(Child(record, "metadata")),
            IsContextOnly = Child(dialog, "isContextOnly") is JsonValue only && only.GetValueKind() == JsonValueKind.True,
            Prompts = [.. (Child(dialog, "prompts") as JsonArray ?? []).Where(p => Text(p, "displayText").Length > 0).Select(p => new PairPrompt(Number(p, "displayOrder") ?? 0, Number(p, "qnaId") ?? 0, Text(p, "displayText")))],
        };
    }

    // An object in the newer layout, an array of name and value in the older one.
    private static IReadOnlyList<KeyValuePair<string, string>> Metadata(JsonNode? metadata) => metadata switch
    {
        JsonObject named => [.. named.Select(m => KeyValuePair.Create(m.Key, m.Value?.ToString() ?? ""))],
        JsonArray listed => [.. listed.Select(m => KeyValuePair.Create(Text(m, "name"), Text(m, "value"))).Where(m => m.Key.Length > 0)],
        _ => [],
    };

    private static JsonNode? Child(JsonNode? node, string name) =>
        node is JsonObject holder ? holder.FirstOrDefault(p => string.Equals(p.Key, name, StringComparison.OrdinalIgnoreCase)).Value : null;

    private static string Text(JsonNode? node, string name) => Child(node, name) is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>().Trim() : "";

    private static int? Number(JsonNode? node, string name) =>
        Child(node, name) is JsonValue value && int.TryParse(value.ToString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IReadOnlyList<string> Texts(JsonNode? node) =>
        node is JsonArray list ? [.. list.OfType<JsonValue>().Where(v => v.GetValueKind() == JsonValueKind.String).Select(v => v.GetValue<string>().Trim()).Where(t => t.Length > 0)] : [];
}
