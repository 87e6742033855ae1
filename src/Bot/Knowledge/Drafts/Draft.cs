using Bot.Knowledge.Articles;
using Bot.Storage;

namespace Bot.Knowledge.Drafts;

/// <summary>What the next release would be: the files that are served, with every change that waits.</summary>
/// <param name="Number">The release that is served.</param>
/// <param name="Served">Its files.</param>
/// <param name="Rows">The changes, in order of path.</param>
public sealed record Draft(long Number, ContentFiles Served, IReadOnlyList<DraftRow> Rows)
{
    /// <summary>The files with the changes.</summary>
    public ContentFiles Files { get; } = Served.With(Rows.Select(row => KeyValuePair.Create(row.Path, row.Text)));

    public IReadOnlyList<FileChange> Changes { get; } =
        [.. Rows.Select(row => new FileChange(row.Path, Served.Find(row.Path), row.Text, row)).Where(change => change.Before != change.After)];

    /// <summary>Changes made on a file that another release has changed since: publishing them would undo that.</summary>
    public IReadOnlyList<DraftRow> Stale { get; } =
        [.. Rows.Where(row => row.Base != HashOf(Served.Find(row.Path)) && row.Text != Served.Find(row.Path))];

    public static string HashOf(string? text) => text is null ? "" : ContentFiles.Of([KeyValuePair.Create("", text)]).Hash;
}

/// <summary>One file, before and after.</summary>
/// <param name="Path">Relative to the content folder.</param>
/// <param name="Before">Null for a new file.</param>
/// <param name="After">Null where the file goes.</param>
/// <param name="Row">Who changed it, and why.</param>
public sealed record FileChange(string Path, string? Before, string? After, DraftRow Row)
{
    public string Kind => (Before, After) switch
    {
        (null, _) => "added",
        (_, null) => "removed",
        _ => "changed",
    };
}
