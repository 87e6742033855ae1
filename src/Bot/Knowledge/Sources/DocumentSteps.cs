using Bot.Knowledge.Drafts;
using Bot.Knowledge.Importing;
using Bot.Storage;
using Bot.Storage.Sources;

namespace Bot.Knowledge.Sources;

/// <summary>What one document changes: its own row, drafts, and marks on what is served.</summary>
internal sealed class DocumentSteps(ContentInWork content, ConfiguredSource source, Editor editor, DateTimeOffset now)
{
    private string OwnOrigin => $"source {source.Name}: ";

    /// <summary>The document that a draft was made from, as a draft's origin names it.</summary>
    public static string DocumentOf(string origin) => origin[(origin.IndexOf(": ", StringComparison.Ordinal) + 2)..];

    public DocumentStep Of(DocumentRead read) => read.Fetched switch
    {
        Fetched.Got when read.MovedFrom is { } before => new(
            DocumentFate.Unchanged, read.Item.Name, new SourceStep { Items = [TakenIn(read, null) with { Known = before.Known }], Forgotten = [before] })
        { WasRead = true },
        Fetched.Got when read.Document is not null => Read(read),
        Fetched.Got when read.Problem is { } problem => Unreadable(read, problem),
        Fetched.Got or Fetched.Unchanged => new(DocumentFate.Unchanged, read.Item.Name, new SourceStep { Items = [TakenIn(read, read.Item.Problem)] }) { WasRead = read.Fetched is Fetched.Got },
        Fetched.Gone when read.Item.Mark.Length == 0 => NotTaken(read.Item, "It is not there any more."),
        Fetched.Gone => Gone(read.Item),
        Fetched.Failed failed => NotTaken(read.Item, failed.Words),
        _ => throw new NotSupportedException(),
    };

    private DocumentStep Read(DocumentRead read)
    {
        var isNew = read.Item.Mark.Length == 0;
        var name = read.Item.Known.Length > 0 ? read.Item.Known : content.NewName(source.Name, read.Name);
        content.Run.Add(read.Document! with { Name = name });
        var made = content.Run.Take();
        if (made.Changes.SelectMany(change => Drafting.Wrong(change.Key, change.Value)).FirstOrDefault() is { } wrong) return Unreadable(read, wrong.Message);
        if (InTheWay(made.Changes) is { } other) return Blocked(read.Item, other);
        var step = Written(made.Changes, name) with { Items = [TakenIn(read, null) with { Known = name }] };
        if (!isNew) step = step with { Marks = [.. SourceMarking.Of(content, step, name, SourceMark.Changed, now)] };
        return new(isNew || step.Drafts.Count + step.DraftsGone.Count > 0 ? DocumentFate.Changed : DocumentFate.Unchanged, name, step)
        {
            WasRead = true,
            Near = [.. made.Alikes.Select(alike => new NearDuplicate(name, alike.Path, alike.ArticleId, alike.Share))],
        };
    }

    private DocumentStep Gone(SourceItem item)
    {
        content.Run.Remove(item.Known);
        var made = content.Run.Take();
        if (InTheWay(made.Changes) is { } other) return Blocked(item, other);
        var step = Written(made.Changes, item.Known);
        step = step with { Marks = [.. SourceMarking.Of(content, step, item.Known, SourceMark.Vanished, now)] };
        // A document that was only moved out of the folder may come back.
        step = item.Listed.Length == 0 ? step with { Forgotten = [item] } : step with { Items = [item with { Mark = "", Hash = "", Problem = null, SeenAt = now }] };
        return new(DocumentFate.Removed, item.Name, step);
    }

    /// <summary>It cannot be read before its bytes change.</summary>
    private DocumentStep Unreadable(DocumentRead read, string problem)
    {
        // What it says now cannot be known, only that it is something else.
        var marks = read.Hash == read.Item.Hash ? [] : SourceMarking.Citing(content, read.Item.Known, SourceMark.Changed, now);
        return new(DocumentFate.Failed, read.Item.Name, new SourceStep { Items = [TakenIn(read, problem)], Marks = [.. marks] }) { Words = problem, WasRead = true };
    }

    /// <summary>Nothing came of it this time; the next refresh tries again.</summary>
    private DocumentStep NotTaken(SourceItem item, string words) =>
        new(DocumentFate.Failed, item.Name, new SourceStep { Items = [item with { Problem = words, SeenAt = now }] }) { Words = words };

    private DocumentStep Blocked(SourceItem item, string path) =>
        NotTaken(item, $"An editor's draft of {path} waits. Publish or discard it, then refresh again.");

    private SourceItem TakenIn(DocumentRead read, string? problem)
    {
        var mark = read.Fetched switch
        {
            Fetched.Got { Mark: { } told } => told,
            Fetched.Unchanged => read.Item.Mark,
            _ => read.Item.Listed,
        };
        return read.Item with { Mark = mark, Hash = read.Hash.Length > 0 ? read.Hash : read.Item.Hash, Problem = problem, SeenAt = now };
    }

    /// <summary>The file of an article on which an editor is at work.</summary>
    private string? InTheWay(IEnumerable<KeyValuePair<string, string?>> changes) => changes
        .Where(change => IsArticle(change.Key) && content.Draft(change.Key) is { } row && row.Text != change.Value && !row.Origin.StartsWith(OwnOrigin, StringComparison.Ordinal))
        .Select(change => change.Key).FirstOrDefault();

    private SourceStep Written(IReadOnlyList<KeyValuePair<string, string?>> changes, string name)
    {
        var differs = changes.ToLookup(change => change.Value != content.Served(change.Key));
        return new SourceStep
        {
            Drafts = [.. differs[true].Select(change => new DraftOnDraft(Row(change.Key, change.Value, name), content.Draft(change.Key)))],
            DraftsGone = [.. differs[false].Select(change => content.Draft(change.Key)).OfType<DraftRow>().Select(row => TakenBack(row, name))],
        };
    }

    private DraftTakenBack TakenBack(DraftRow row, string name) => new(row, editor.Who, $"{OwnOrigin}{name}: {editor.Why}", now);

    private DraftRow Row(string path, string? text, string name) => new()
    {
        Path = path,
        Text = text?.ReplaceLineEndings("\n"),
        // A draft that waits keeps what it was made on, so that one on an old release is still known for that.
        Base = content.Draft(path)?.Base ?? Draft.HashOf(content.Served(path)),
        Origin = $"{OwnOrigin}{name}",
        Who = editor.Who,
        Why = editor.Why,
        At = now,
    };

    private static bool IsArticle(string path) => path.EndsWith(".md", StringComparison.Ordinal);
}
