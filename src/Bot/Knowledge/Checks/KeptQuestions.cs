using Answers;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Checks;

/// <summary>The question set: what people asked, with the article that has to answer it. Every article's own question belongs to it.</summary>
internal static class KeptQuestions
{
    public const string Refused = "refused";

    public static IReadOnlyList<(string Question, string Expected)> Of(Content content)
    {
        var own = content.Articles.Where(a => a.About is null).Select(a => (a.Question, a.Id));
        var kept = content.Kept.SelectMany(group => group.Value.Select(question => (question, group.Key == Refused ? "" : group.Key)));
        return [.. own.Concat(kept).DistinctBy(pair => pair.Item1, StringComparer.OrdinalIgnoreCase)];
    }

    public static IEnumerable<Problem> Check(Content content)
    {
        var ids = content.Articles.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        return content.Kept.Keys.Where(id => id != Refused && !ids.Contains(id) && !id.StartsWith("records/", StringComparison.Ordinal))
            .Select(id => new Problem(Content.KeptFile, 1, $"Questions are kept for '{id}', but there is no such article. Move them to its successor."));
    }

    public static IReadOnlyList<Regression> Ask(Content content, AnswerEngine engine) =>
        [.. Of(content).Select(kept => new Regression(kept.Question, kept.Expected, Answer(engine, kept.Question))).Where(asked => asked.Expected != asked.Got)];

    private static string Answer(AnswerEngine engine, string question) => engine.Ask(question) switch
    {
        Answered answered => answered.EntryId,
        Unsure => "a choice",
        _ => "",
    };
}
