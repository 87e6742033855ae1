using System.Globalization;
using Bot.Cards;
using Bot.Knowledge.Sources;
using Bot.Roles;
using Bot.Storage;

namespace Bot.Features.Editing;

/// <summary>How the knowledge base stands.</summary>
internal sealed record Standing
{
    public required Served Served { get; init; }

    /// <summary>Null for the content that the program brings.</summary>
    public ReleaseRow? Release { get; init; }

    public required string Revision { get; init; }

    public required int Articles { get; init; }

    /// <summary>Articles past the date of their next check, or with a source that changed.</summary>
    public required int Stale { get; init; }

    public IReadOnlyList<WithdrawnArticle> Withdrawn { get; init; } = [];

    public IReadOnlyList<DraftRow> Drafts { get; init; } = [];

    public IReadOnlyList<SourceStanding> Sources { get; init; } = [];

    /// <summary>Errors of the drafts that were found without building answers.</summary>
    public int DraftErrors { get; init; }
}

/// <summary>Which release is served, what waits, what needs attention.</summary>
internal static class StatusCard
{
    public static AdaptiveCard Of(Standing standing, Role role, string reader, DateTimeOffset now)
    {
        var attention = Attention(standing).ToArray();
        List<CardElement> body =
        [
            CardParts.Heading("The knowledge base now"),
            new FactSet([.. Facts(standing, reader, now)]),
            CardParts.Subheading(attention.Length == 0 ? "Nothing needs attention" : "Needs attention"),
        ];
        if (attention.Length > 0) body.Add(NoteCard.Lines(attention));
        body.Add(new ActionSet([EditingButtons.Diff, EditingButtons.Stale, EditingButtons.Releases, EditingButtons.Audit]));
        if (Steps(standing, role) is { Length: > 0 } steps) body.Add(new ActionSet(steps));
        body.Add(CardParts.Subtle(Hint(role)));
        var said = $"{Served(standing)} {(attention.Length == 0 ? "Nothing needs attention." : string.Join(' ', attention))}";
        return new AdaptiveCard { Body = body, FallbackText = said, Summary = said };
    }

    private static string Hint(Role role) => role switch
    {
        Role.Admin => "You can also say: edit ARTICLE, history of ARTICLE, withdraw ARTICLE, roll back to 3, or doctor for how the service stands. \"This\" is the answer you saw last.",
        Role.Editor => "You can also say: edit ARTICLE, add a wording to ARTICLE, history of ARTICLE, or drop a document into this chat. \"This\" is the answer you saw last.",
        _ => "You can also say: history of ARTICLE. \"This\" is the answer you saw last.",
    };

    private static ExecuteAction[] Steps(Standing standing, Role role) =>
    [
        .. role >= Role.Editor ? [EditingButtons.Refresh, EditingButtons.Check, EditingButtons.Gaps] : Array.Empty<ExecuteAction>(),
        .. role >= Role.Admin && standing.Drafts.Count > 0 ? [EditingButtons.PublishForm] : Array.Empty<ExecuteAction>(),
    ];

    private static IEnumerable<Fact> Facts(Standing standing, string reader, DateTimeOffset now)
    {
        yield return new Fact("Served", Served(standing));
        if (standing.Served.Moved > 0) yield return new Fact("Since", $"{EditorWords.When(standing.Served.At)} ({EditorWords.Ago(standing.Served.At, now)})");
        if (standing.Release is { } release)
        {
            yield return new Fact("Made by", EditorWords.Who(release.MadeBy, reader));
            yield return new Fact("Why", CardParts.Plain(EditorWords.Cut(release.Why)));
        }

        yield return new Fact("Holds", $"{EditorWords.Count(standing.Articles, "article", "articles")}, mark {standing.Revision}");
        yield return new Fact("Sources", Sources(standing.Sources, now));
        yield return new Fact("Drafts", standing.Drafts.Count == 0 ? "none wait" : $"{EditorWords.Count(standing.Drafts.Count, "file waits", "files wait")}, the latest from {EditorWords.When(standing.Drafts.Max(row => row.At))}");
    }

    private static string Sources(IReadOnlyList<SourceStanding> sources, DateTimeOffset now)
    {
        if (sources.Count == 0) return "none are set up";
        var last = sources.Max(source => source.RefreshedAt);
        return $"{CardParts.Plain(string.Join(", ", sources.Select(source => source.Name)))}. {(last is { } at ? $"Last refresh {EditorWords.Ago(at, now)}, {EditorWords.When(at)}" : "Never refreshed")}";
    }

    private static string Served(Standing standing) => standing.Served.Number == 0
        ? "Release 0: the content that the program brings."
        : string.Create(CultureInfo.InvariantCulture, $"Release {standing.Served.Number}.");

    private static IEnumerable<string> Attention(Standing standing)
    {
        if (standing.Served.Wanted != standing.Served.Number) yield return $"Release {standing.Served.Wanted} is being made ready to be served.";
        if (standing.Served.Problem is { } problem) yield return $"The last publication did not happen: {EditorWords.Cut(problem)}";
        if (standing.DraftErrors > 0) yield return $"{EditorWords.Count(standing.DraftErrors, "error", "errors")} in the drafts. Check the drafts to see what to mend.";
        foreach (var source in standing.Sources.Where(source => source.Problem is not null)) yield return $"Source {source.Name}: {EditorWords.Cut(source.Problem!, 200)}";
        foreach (var failed in standing.Sources.SelectMany(source => source.Failed).Take(5)) yield return $"{failed.Source}, {failed.Document}: {EditorWords.Cut(failed.Words, 200)}";
        foreach (var article in standing.Withdrawn) yield return $"Withdrawn: {article.ArticleId}. {EditorWords.Cut(article.Why, 120)}";
        if (standing.Stale > 0) yield return $"{EditorWords.Count(standing.Stale, "article is", "articles are")} past the date of the next check, or a source has changed. Their cards say so.";
    }
}
