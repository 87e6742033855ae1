using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Knowledge.Documents;

/// <summary>Rows under the header "Question, Answer, Source, Metadata, …" become pairs, and back. The header's case does not matter.</summary>
internal static partial class PairColumns
{
    public static readonly string[] All = ["Question", "Answer", "Source", "Metadata", "SuggestedQuestions", "IsContextOnly", "Prompts", "QnaId", "SourceDisplayName"];
    private static readonly JsonSerializerOptions AnyCase = new() { PropertyNameCaseInsensitive = true };

    /// <summary>Whether a row is the header of such a table.</summary>
    public static bool IsHeader(IReadOnlyList<string> row) => Has(row, "Question") && Has(row, "Answer");

    public static PairFile Read(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var header = rows.TakeWhile(row => !IsHeader(row)).Count();
        if (header == rows.Count)
        {
            throw new DocumentException(rows.Any(row => Has(row, "Scenario") && Has(row, "Response"))
                ? "This is a list of chit-chat replies (Scenario, Response), not of questions and answers. It is not taken in."
                : "The file has no header row with the columns Question and Answer. Add one and send the file again.");
        }

        var columns = rows[header].Select((name, i) => (Name: name.Trim(), i)).Where(column => column.Name.Length > 0)
            .DistinctBy(column => column.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(column => column.Name, column => column.i, StringComparer.OrdinalIgnoreCase);
        var warnings = new List<string>();
        if (header > 0) warnings.Add($"{header} rows above the header were left out.");
        var read = new List<Pair>();
        for (var i = header + 1; i < rows.Count; i++)
        {
            if (rows[i].All(string.IsNullOrWhiteSpace)) continue;
            if (Row(new Cells(rows[i], columns), i + 1, warnings) is { } pair) read.Add(pair);
        }

        return new PairFile(Joined(read, warnings), [], warnings);
    }

    public static string[] Write(Pair pair, string question) =>
    [
        question, pair.Answer, pair.Source, string.Join('|', pair.Metadata.Select(m => $"{m.Key}:{m.Value}")), "[]", pair.IsContextOnly ? "True" : "False",
        Prompts(pair.Prompts), pair.Id?.ToString(CultureInfo.InvariantCulture) ?? "", pair.SourceDisplayName,
    ];

    private static Pair? Row(Cells cells, int number, List<string> warnings)
    {
        var (question, answer) = (cells["Question"].Trim(), cells["Answer"].Trim());
        if (question.Length == 0 || answer.Length == 0)
        {
            warnings.Add($"Row {number} has no {(question.Length == 0 ? "question" : "answer")} and was left out.");
            return null;
        }

        if (Formula().IsMatch(question) || Formula().IsMatch(answer))
        {
            warnings.Add($"Row {number} holds a formula, which a spreadsheet would run, and was left out. Write its result in its place.");
            return null;
        }

        return new Pair
        {
            Id = int.TryParse(cells["QnaId"], NumberStyles.Integer, CultureInfo.InvariantCulture, out var id) ? id : null,
            Questions = [question],
            Answer = answer,
            Source = cells["Source"].Trim(),
            SourceDisplayName = cells["SourceDisplayName"].Trim(),
            Metadata = Metadata(cells["Metadata"], number, warnings),
            IsContextOnly = cells["IsContextOnly"].Trim() is "1" or "TRUE" or "True" or "true",
            Prompts = Prompts(cells["Prompts"], number, warnings),
        };
    }

    // Rows of one pair repeat everything but the question. Without ids, the same answer, source and metadata make one pair.
    private static List<Pair> Joined(List<Pair> rows, List<string> warnings)
    {
        var joined = new List<Pair>();
        foreach (var group in rows.GroupBy(row => row.Id is { } id ? $"#{id}" : $"{row.Answer}\n{row.Source}\n{string.Join('|', row.Metadata)}", StringComparer.Ordinal))
        {
            var first = group.First();
            if (group.Any(row => row.Answer != first.Answer)) warnings.Add($"The id {first.Id} has rows with different answers; the first answer was taken.");
            joined.Add(first with { Questions = [.. group.SelectMany(row => row.Questions).Distinct(StringComparer.Ordinal)] });
        }

        return joined;
    }

    // "site:east|topic:travel", with or without spaces round the bar; one converter writes a JSON array. A value may hold a colon.
    private static List<KeyValuePair<string, string>> Metadata(string cell, int row, List<string> warnings)
    {
        var text = cell.Trim();
        if (text.StartsWith('['))
        {
            if (Parsed(text) is JsonArray array)
                return [.. array.OfType<JsonObject>().Select(item => KeyValuePair.Create(Text(item, "name"), Text(item, "value"))).Where(m => m.Key.Length > 0)];
            warnings.Add($"The metadata of row {row} cannot be read and was left out.");
            return [];
        }

        var found = new List<KeyValuePair<string, string>>();
        foreach (var part in text.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0) found.Add(KeyValuePair.Create(part[..colon].Trim(), part[(colon + 1)..].Trim()));
            else warnings.Add($"The metadata of row {row} has a part without a name, which was left out.");
        }

        return found;
    }

    private static List<PairPrompt> Prompts(string cell, int row, List<string> warnings)
    {
        if (cell.Trim() is "" or "[]") return [];
        try
        {
            return [.. (JsonSerializer.Deserialize<List<PromptRow>>(cell, AnyCase) ?? []).Where(p => p.DisplayText.Length > 0).Select(p => new PairPrompt(p.DisplayOrder, p.QnaId, p.DisplayText))];
        }
        catch (JsonException)
        {
            warnings.Add($"The prompts of row {row} cannot be read and were left out.");
            return [];
        }
    }

    private static string Prompts(IReadOnlyList<PairPrompt> prompts) =>
        JsonSerializer.Serialize(prompts.Select(p => new PromptRow { DisplayOrder = p.DisplayOrder, QnaId = p.PairId, DisplayText = p.DisplayText }), PairJson.Plain);

    private static JsonNode? Parsed(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Text(JsonObject item, string name) =>
        item.FirstOrDefault(p => string.Equals(p.Key, name, StringComparison.OrdinalIgnoreCase)).Value is JsonValue value ? value.ToString().Trim() : "";

    [GeneratedRegex(@"^(?:=\s*\S|[+\-@]\s*[A-Za-z]+\s*[(!|])")]
    private static partial Regex Formula();

    private static bool Has(IReadOnlyList<string> row, string name) => row.Any(cell => string.Equals(cell.Trim(), name, StringComparison.OrdinalIgnoreCase));

    private sealed record Cells(IReadOnlyList<string> Row, Dictionary<string, int> Columns)
    {
        public string this[string column] => Columns.TryGetValue(column, out var at) && at < Row.Count ? Row[at] : "";
    }

    private sealed record PromptRow
    {
        public int DisplayOrder { get; init; }

        public int QnaId { get; init; }

        public object? Qna { get; init; }

        public string DisplayText { get; init; } = "";
    }
}
