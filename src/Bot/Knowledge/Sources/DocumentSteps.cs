using Bot.Knowledge.Articles;
using Bot.Knowledge.Drafts;
using Bot.Knowledge.Importing;
using Bot.Storage;
using Bot.Storage.Sources;

namespace Bot.Knowledge.Sources;

/// <summary>What one document changes: its own row, drafts, whose article is whose, and marks on what is served.</summary>
internal sealed class DocumentSteps(ContentInWork content, ConfiguredSource source, Editor editor, DateTimeOffset now)
{
    private DateOnly Today => DateOnly.FromDateTime(now.UtcDateTime);

    private string OwnOrigin => $"source {source.Name}: ";

    public DocumentStep Of(DocumentRead read) => read.Fetched switch
    {
        Fetched.Got when read.Document is not null => Changed(read),
        Fetched.Got when read.Problem is { } problem => Unreadable(read, problem),
        Fetched.Got => new(DocumentFate.Unchanged, read.Name, new SourceStep { Items = [TakenIn(read, null)] }) { WasRead = true },
        Fetched.Unchanged => new(DocumentFate.Unchanged, read.Name, new SourceStep { Items = [TakenIn(read, read.Item.Problem)] }),
        Fetched.Gone when read.Item.Mark.Length == 0 && read.Item.Hash.Length == 0 => NotTaken(read.Item, "It is not there any more."),
        Fetched.Gone => Gone(read.Item),
        Fetched.Failed failed => NotTaken(read.Item, failed.Words),
        _ => throw new NotSupportedException(),
    };

    /// <summary>The document says something else than before, or is new.</summary>
    private DocumentStep Changed(DocumentRead read)
    {
        var own = content.Of(read.Item);
        var made = PairDrafts.Of(read.Document!.Pairs, content.Without(own), content.Files, Path.GetFileName(read.Name), Today);
        var changes = MadeArticles.WithFreePaths(made, read.Item, content);
        if (changes.SelectMany(change => Drafting.Wrong(change.Key, change.Value)).FirstOrDefault() is { } wrong) return Unreadable(read, wrong.Message);
        var articles = changes.Where(change => MadeArticles.IsNew(change.Key) && change.Value is not null)
            .Select(change => Article(read.Item, change.Key, change.Value!)).Where(article => !own.Contains(article)).ToArray();
        var paths = changes.Select(change => change.Key).ToHashSet(StringComparer.Ordinal);
        // What the document does not say any more.
        var lost = own.Where(article => !paths.Contains(article.Path)).ToArray();
        // An article that it makes as before may have been edited since: that stays.
        var asBefore = own.Select(article => article.Path).Except(articles.Select(article => article.Path)).ToHashSet(StringComparer.Ordinal);
        KeyValuePair<string, string?>[] written = [.. changes.Where(change => !asBefore.Contains(change.Key)), .. lost.Select(Nothing)];
        if (InTheWay(written) is { } other) return Blocked(read.Item, other);
        var step = Written(written, read.Name) with { Articles = articles, ArticlesGone = [.. lost.Select(article => article.Path)], Items = [TakenIn(read, null)] };
        if (read.Item.Hash.Length > 0) step = step with { Marks = [.. SourceMarking.Of(content, own, step, read.Name, SourceMark.Changed, now)] };
        var isNews = read.Item.Hash.Length == 0 || step.Drafts.Count + step.DraftsGone.Count > 0;
        return new(isNews ? DocumentFate.Changed : DocumentFate.Unchanged, read.Name, step) { WasRead = true };
    }

    /// <summary>It cannot be read before its bytes change.</summary>
    private DocumentStep Unreadable(DocumentRead read, string problem) =>
        new(DocumentFate.Failed, read.Name, new SourceStep { Items = [TakenIn(read, problem)] }) { Words = problem, WasRead = true };

    /// <summary>Nothing came of it this time; the next refresh tries again.</summary>
    private DocumentStep NotTaken(SourceItem item, string words) =>
        new(DocumentFate.Failed, item.Name, new SourceStep { Items = [item with { Problem = words, SeenAt = now }] }) { Words = words };

    /// <summary>It is not there any more.</summary>
    private DocumentStep Gone(SourceItem item)
    {
        var own = content.Of(item);
        KeyValuePair<string, string?>[] written = [.. own.Select(Nothing)];
        if (InTheWay(written) is { } other) return Blocked(item, other);
        var step = Written(written, item.Name) with { ArticlesGone = [.. own.Select(article => article.Path)] };
        step = step with { Marks = [.. SourceMarking.Of(content, own, step, item.Name, SourceMark.Vanished, now)] };
        // A document that was only moved out of the folder may come back.
        step = item.Listed.Length == 0 ? step with { Forgotten = [item] } : step with { Items = [item with { Mark = "", Hash = "", Problem = null, SeenAt = now }] };
        return new(DocumentFate.Removed, item.Name, step);
    }

    private static KeyValuePair<string, string?> Nothing(SourceArticle article) => new(article.Path, null);

    private static SourceArticle Article(SourceItem item, string path, string text) =>
        new() { Path = path, Source = item.Source, Document = item.Id, Made = MadeArticles.DigestOf(path, text) };

    private SourceItem TakenIn(DocumentRead read, string? problem)
    {
        var mark = read.Fetched is Fetched.Got { Mark: { } told } ? told : read.Item.Listed;
        return read.Item with { Mark = mark, Hash = read.Hash.Length > 0 ? read.Hash : read.Item.Hash, Problem = problem, SeenAt = now };
    }

    /// <summary>The file of an article on which an editor is at work.</summary>
    private string? InTheWay(IEnumerable<KeyValuePair<string, string?>> written) => written
        .Where(change => change.Key.EndsWith(".md", StringComparison.Ordinal) && content.Draft(change.Key) is { } row && row.Text != change.Value && !row.Origin.StartsWith(OwnOrigin, StringComparison.Ordinal))
        .Select(change => change.Key).FirstOrDefault();

    private DocumentStep Blocked(SourceItem item, string path) =>
        NotTaken(item, $"An editor's draft of {path} waits. Publish or discard it, then refresh again.");

    private SourceStep Written(IReadOnlyList<KeyValuePair<string, string?>> written, string name)
    {
        var differs = written.ToLookup(change => change.Value != content.Served.Find(change.Key));
        return new SourceStep
        {
            Drafts = [.. differs[true].Select(change => new DraftOnDraft(new DraftRow
            {
                Path = change.Key,
                Text = change.Value?.ReplaceLineEndings("\n"),
                // A list is written on top of the draft that waits, so it stands on what that stands on.
                Base = MadeArticles.IsNew(change.Key) ? Draft.HashOf(content.Served.Find(change.Key)) : content.Draft(change.Key)?.Base ?? Draft.HashOf(content.Served.Find(change.Key)),
                Origin = $"{OwnOrigin}{name}",
                Who = editor.Who,
                Why = editor.Why,
                At = now,
            }, content.Draft(change.Key)))],
            DraftsGone = [.. differs[false].Select(change => content.Draft(change.Key)).OfType<DraftRow>()],
        };
    }
}
