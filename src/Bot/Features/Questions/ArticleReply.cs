using System.Globalization;
using Bot.Knowledge;
using Bot.Knowledge.Articles;
using Bot.Storage.Sources;

namespace Bot.Features.Questions;

/// <summary>Words of an article's answer.</summary>
internal static class ArticleReply
{
    public static Reply Of(Article article, KnowledgeSnapshot snapshot, DateOnly today) => new()
    {
        Subject = article.Id,
        Origin = [("article", article.Id)],
        Heading = article.Heading,
        Short = article.Short,
        Points = article.Points,
        Detail = article.Detail,
        Status = Status(article) + Doubt(snapshot.DoubtOf(article.Id)),
        Dates = Dates(article, today),
        Footnote = TakenBack(article, snapshot),
        Sources = Sources(article, snapshot),
        Prompts = [.. article.Prompts.Select(snapshot.Find).OfType<Article>().Select(Prompt.ToArticle)],
    };

    // Page and section belong to the document that the article was made from, which comes first.
    private static IReadOnlyList<SourceEntry> Sources(Article article, KnowledgeSnapshot snapshot)
    {
        var sources = snapshot.SourcesOf(article.Sources);
        return article.Cited is { } place && sources.Count > 0 ? [sources[0] with { Title = $"{sources[0].Title}, {place}" }, .. sources.Skip(1)] : sources;
    }

    public static string Day(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    // A next step that is missing today would only puzzle whoever saw it yesterday.
    private static string? TakenBack(Article article, KnowledgeSnapshot snapshot)
    {
        var headings = article.Prompts.Where(snapshot.IsWithdrawn).Select(id => snapshot.Content.Articles.First(other => other.Id == id).Heading).ToArray();
        return headings.Length == 0 ? null : $"Taken back and being checked: the further answer \"{string.Join("\" and \"", headings)}\".";
    }

    private static string Status(Article article) => article.Status switch
    {
        ArticleStatus.Historical => $"Historical: {Lower(article.StatusNote)}",
        ArticleStatus.Planned => $"Planned, not yet done: {Lower(article.StatusNote)}",
        ArticleStatus.Unverified => $"Not verified: {Lower(article.StatusNote)}",
        _ => article.StatusNote is { } note ? $"Current: {Lower(note)}" : "Current",
    };

    /// <summary>Said of an article whose source changed or vanished, until an editor has looked; empty where none did.</summary>
    public static string Doubt(SourceMark? mark) =>
        mark is null ? "" : $". Source changed, under review since {Day(DateOnly.FromDateTime(mark.At.UtcDateTime))}";

    private static string Dates(Article article, DateOnly today) => today > article.ReviewBy
        ? $"As at {Day(article.AsOf)}. Not reviewed since; a check was due by {Day(article.ReviewBy)}."
        : $"As at {Day(article.AsOf)}. Next check by {Day(article.ReviewBy)}.";

    // A capital stays where the note begins with a name or an abbreviation.
    private static string Lower(string? note)
    {
        if (note is not { Length: > 1 } || char.IsUpper(note[1])) return note ?? "";
        return Ordinary.Contains(note.Split(' ', ',', '.')[0]) ? char.ToLowerInvariant(note[0]) + note[1..] : note;
    }

    private static readonly HashSet<string> Ordinary =
        ["The", "This", "These", "It", "No", "All", "An", "A", "In", "See", "Since", "Now", "Today", "There", "They", "What", "Its", "Only", "Nothing", "Until", "From", "At", "For", "Not", "Later", "After", "Before", "Both", "Many", "Most", "Some"];
}
