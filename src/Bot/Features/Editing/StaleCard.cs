using Bot.Cards;
using Bot.Knowledge.Sources;

namespace Bot.Features.Editing;

/// <summary>Articles that somebody has to look at: past their date, or with a source that changed.</summary>
internal static class StaleCard
{
    private const int Most = 6;

    public static AdaptiveCard Of(IReadOnlyList<StaleArticle> stale)
    {
        if (stale.Count == 0) return NoteCard.Of("Nothing is out of date", "Every served article is within the date of its next check, and no source of one has changed.", EditingButtons.Status);
        var said = $"{EditorWords.Count(stale.Count, "article has", "articles have")} to be looked at. Their cards say so to readers.";
        List<CardElement> body = [CardParts.Heading("Articles to look at"), new TextBlock(said)];
        body.Add(NoteCard.Lines(stale.Take(Most * 2).Select(Words)));
        if (stale.Count > Most * 2) body.Add(CardParts.Subtle($"And {EditorWords.Count(stale.Count - Most * 2, "more", "more")}. The first ones come first again when these are done."));
        foreach (var row in stale.Take(Most).Select(article => EditingButtons.OfArticle($"Open {EditorWords.Cut(article.Id, 40)}", EditingVerbs.Article, article.Id)).Chunk(3)) body.Add(new ActionSet(row));
        body.Add(new ActionSet([EditingButtons.Status]));
        return new AdaptiveCard { Body = body, FallbackText = said, Summary = said };
    }

    private static string Words(StaleArticle article)
    {
        List<string> why = [];
        if (article.IsOverdue) why.Add($"not reviewed since {EditorWords.Day(article.AsOf)}, due by {EditorWords.Day(article.ReviewBy)}");
        if (article.Doubt is { } doubt) why.Add($"its source {doubt.Source} {doubt.Reason} on {EditorWords.Day(DateOnly.FromDateTime(doubt.At.UtcDateTime))}");
        return $"{article.Heading} ({article.Id}): {string.Join("; ", why)}";
    }
}
