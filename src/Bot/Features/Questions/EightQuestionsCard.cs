using Bot.Knowledge;
using Bot.Turns;

namespace Bot.Features.Questions;

/// <summary>The eight questions as a list with a button each.</summary>
internal static class EightQuestionsCard
{
    public const string ArticleId = "eight-questions";
    public const int Count = 8;

    public static Reply Of(Reply reply, KnowledgeSnapshot snapshot)
    {
        var questions = Enumerable.Range(1, Count)
            .Select(n => snapshot.Find($"q{n}"))
            .OfType<Bot.Knowledge.Articles.Article>()
            .Select(Prompt.ToArticle)
            .ToArray();
        return reply with { Prompts = [.. questions, ForMyTrust("Go through them for my trust")] };
    }

    /// <summary>Leads into the walk for the person's own trust.</summary>
    public static Prompt ForMyTrust(string label, string? number = null) =>
        number is null ? new(label, Verbs.Walk) : new(label, Verbs.Walk, ("question", number));
}
