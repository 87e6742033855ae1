using System.Globalization;
using Answers;
using Bot.Knowledge;

namespace Bot.AzureAnswers;

/// <summary>What was made of the project's answers: an outcome as the engine gives it, or an answer that is none of our articles.</summary>
/// <param name="Outcome">For the card, the log and the next turn.</param>
/// <param name="Why">In plain words, for "Why this answer?".</param>
/// <param name="Other">Set where the answer is none of our articles.</param>
public sealed record AzureDecision(Outcome Outcome, string Why, FoundAnswer? Other = null)
{
    /// <summary>Prefix of entries that are pairs of the project; its number follows.</summary>
    public const string EntryPrefix = "azure/";

    // The name under which a pair says which article it was made from.
    private const string Article = "article";
    private const int MostChoices = 3, MostNearest = 5;

    /// <returns>Null where the engine's own outcome stands.</returns>
    internal static AzureDecision? Of(IReadOnlyList<FoundAnswer> found, Outcome engine, KnowledgeSnapshot snapshot, AzureAnswersOptions options)
    {
        if (found.Count == 0 || found[0] is not { } best || best.Confidence < options.OfferFrom) return null;
        if (ArticleOf(best) is not { } id) return best.Confidence >= options.AnswerFrom ? Outside(best, engine) : null;
        // Words of an article that is not served are not shown, whatever the project still holds.
        if (!IsServed(id, snapshot) || IsPickedByTime(id, engine, snapshot)) return null;
        if (best.Confidence >= options.AnswerFrom) return new(new Answered(id, best.Confidence, With(engine.Reasons, id, best.Confidence)), Because(best, engine, snapshot, id));
        return engine is Answered ? null : Choice(found, engine, snapshot, options);
    }

    /// <summary>An answer that was asked for by its number, with a button.</summary>
    internal static AzureDecision? Pressed(IReadOnlyList<FoundAnswer> found, Outcome engine, KnowledgeSnapshot snapshot)
    {
        if (found.Count == 0) return null;
        if (ArticleOf(found[0]) is not { } id) return Outside(found[0], engine);
        return snapshot.Find(id) is null ? null : new(new Answered(id, found[0].Confidence, With(engine.Reasons, id, found[0].Confidence)), "You pressed a button that leads to this answer.");
    }

    internal static bool IsOfAnotherRelease(IReadOnlyList<FoundAnswer> found, KnowledgeSnapshot snapshot) =>
        found.Count > 0 && ArticleOf(found[0]) is { } id && !IsServed(id, snapshot);

    private static AzureDecision Outside(FoundAnswer best, Outcome engine)
    {
        var entry = $"{EntryPrefix}{best.Id.ToString(CultureInfo.InvariantCulture)}";
        return new(
            new Answered(entry, best.Confidence, With(engine.Reasons, entry, best.Confidence)),
            $"Azure question answering chose this and was {Percent(best.Confidence)} sure. It is none of the guide's own articles.", best);
    }

    private static AzureDecision? Choice(IReadOnlyList<FoundAnswer> found, Outcome engine, KnowledgeSnapshot snapshot, AzureAnswersOptions options)
    {
        string[] ids = [.. found.Where(f => f.Confidence >= options.OfferFrom).Select(ArticleOf).OfType<string>().Where(id => snapshot.Find(id) is not null).Distinct(StringComparer.Ordinal).Take(MostChoices)];
        return ids.Length < 2 ? null : new(new Unsure(ids, found[0].Confidence, With(engine.Reasons, ids[0], found[0].Confidence)), "");
    }

    private static string? ArticleOf(FoundAnswer found) => found.Metadata.GetValueOrDefault(Article);

    private static bool IsServed(string id, KnowledgeSnapshot snapshot) => snapshot.Find(id) is not null || snapshot.IsWithdrawn(id);

    // Of the articles of one group, the engine picks by the year in the question; the project knows nothing of years.
    private static bool IsPickedByTime(string id, Outcome engine, KnowledgeSnapshot snapshot) =>
        engine is Answered { EntryId: var own } && own != id && snapshot.Find(own)?.Group is { } group && snapshot.Find(id)?.Group == group;

    private static Reasons With(Reasons reasons, string first, double share) =>
        reasons with { Nearest = [new Nearness(first, share), .. reasons.Nearest.Where(n => n.EntryId != first).Take(MostNearest - 1)] };

    private static string Because(FoundAnswer best, Outcome engine, KnowledgeSnapshot snapshot, string id)
    {
        var span = best.Span is { } words && words.Length <= 200 ? $" It went by these words: \"{words}\"." : "";
        var beside = engine switch
        {
            Answered { EntryId: var own } when own == id => "The guide's own engine chose the same.",
            Answered { EntryId: var own } when snapshot.Find(own) is { } article => $"The guide's own engine would have shown: {article.Heading}.",
            Unsure => "The guide's own engine would have offered a choice.",
            _ => "The guide's own engine would have said that it does not know.",
        };
        return $"Azure question answering chose this and was {Percent(best.Confidence)} sure.{span} {beside}";
    }

    private static string Percent(double share) => $"{Math.Round(100 * share).ToString(CultureInfo.InvariantCulture)}%";
}
