using System.Text.Json.Nodes;
using Bot.Knowledge.Documents;

namespace Bot.AzureAnswers.Authoring;

/// <summary>A pair as the project takes it: within its limits, with names in its case.</summary>
internal static class PairRecord
{
    // Custom question answering, limits of April 2026; of questions the interface's own description allows fewer.
    private const int MostQuestions = 100, MostQuestion = 1_000, MostAnswer = 25_000, MostPrompts = 20, MostLabel = 200, MostValue = 500, MostSource = 300;

    /// <param name="pair">What to write.</param>
    /// <param name="id">Its number in the project.</param>
    /// <param name="source">Where it is said to come from.</param>
    /// <param name="numbers">The project's numbers of the pairs that prompts lead to; null leaves prompts out.</param>
    public static JsonObject Of(Pair pair, int id, string source, Func<int, int?>? numbers) => new()
    {
        ["id"] = id,
        ["answer"] = Fit(pair.Answer, MostAnswer),
        ["source"] = Fit(source, MostSource),
        ["questions"] = new JsonArray([.. pair.Questions.Where(q => q.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostQuestions).Select(q => JsonValue.Create(Fit(q, MostQuestion)))]),
        ["metadata"] = new JsonObject(Metadata(pair).Select(m => KeyValuePair.Create(m.Key, (JsonNode?)m.Value))),
        ["dialog"] = new JsonObject { ["isContextOnly"] = pair.IsContextOnly, ["prompts"] = Prompts(pair, numbers) },
    };

    public static IEnumerable<string> Warnings(IReadOnlyList<Pair> pairs)
    {
        foreach (var pair in pairs)
        {
            var name = pair.Metadata.FirstOrDefault(m => m.Key == ArticleKey).Value ?? pair.Questions[0];
            if (pair.Questions.Count > MostQuestions) yield return $"{name}: the first {MostQuestions} of {pair.Questions.Count} wordings are taken; the service allows no more.";
            if (pair.Answer.Length > MostAnswer) yield return $"{name}: the answer is cut after {MostAnswer} characters.";
        }
    }

    public const string ArticleKey = "article";

    /// <returns>Which article a pair of the project was made from; null where it is somebody else's.</returns>
    public static string? ArticleOf(JsonNode? record) => ErrorReply.Text(ErrorReply.Child(record, "metadata"), ArticleKey) is { Length: > 0 } id ? id : null;

    public static int? IdOf(JsonNode? record) => ErrorReply.Child(record, "id") is JsonValue value && value.TryGetValue<int>(out var id) ? id : null;

    /// <summary>The same text where two records say the same, whatever the case and order of their names.</summary>
    public static string Canonical(JsonNode? record)
    {
        var dialog = ErrorReply.Child(record, "dialog");
        var metadata = (ErrorReply.Child(record, "metadata") as JsonObject ?? []).Select(m => $"{m.Key.ToLowerInvariant()}:{m.Value}").Order(StringComparer.Ordinal);
        var prompts = (ErrorReply.Child(dialog, "prompts") as JsonArray ?? []).Select(p => $"{ErrorReply.Child(p, "qnaId")} {ErrorReply.Text(p, "displayText")}");
        var questions = (ErrorReply.Child(record, "questions") as JsonArray ?? []).Select(q => q?.ToString());
        return string.Join('\n', [ErrorReply.Text(record, "answer"), "", .. questions, "", .. metadata, "", .. prompts]);
    }

    // Stored in lower case, so they are sent so and compare equal later.
    private static IEnumerable<KeyValuePair<string, string>> Metadata(Pair pair) =>
        pair.Metadata.Where(m => m.Value.Length > 0).Select(m => KeyValuePair.Create(m.Key.ToLowerInvariant(), Fit(m.Value, MostValue).ToLowerInvariant())).DistinctBy(m => m.Key);

    private static JsonArray Prompts(Pair pair, Func<int, int?>? numbers)
    {
        var all = new JsonArray();
        foreach (var prompt in numbers is null ? [] : pair.Prompts.Take(MostPrompts))
            if (numbers!(prompt.PairId) is { } to) all.Add(new JsonObject { ["displayOrder"] = all.Count, ["qnaId"] = to, ["displayText"] = Fit(prompt.DisplayText, MostLabel) });
        return all;
    }

    private static string Fit(string text, int most) => text.Length > most ? text[..most] : text;
}
