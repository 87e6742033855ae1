using Bot.Knowledge.Articles;
using Bot.Knowledge.Releases;
using Bot.Storage;

namespace Bot.Knowledge.Drafts;

/// <summary>Who changes the knowledge base, and why; both go into the audit log.</summary>
public sealed record Editor(string Who, string Why);

/// <summary>Changes to the knowledge base on their way into a release. Nothing here is served.</summary>
public sealed class Drafting(ServedRelease pointer, PublishedRelease published, DraftRows rows, TimeProvider time)
{
    internal DateTimeOffset Now => time.GetUtcNow();

    public const int LongestFile = 200_000;

    public async Task<Draft> CurrentAsync(CancellationToken ct)
    {
        var number = (await pointer.ReadAsync(ct)).Number;
        return new Draft(number, await published.FilesAsync(number, ct), await rows.ListAsync(ct));
    }

    /// <summary>Keeps changes to files, all of them or none.</summary>
    /// <param name="changes">Path and new text; null takes the file away.</param>
    /// <param name="origin">Where they come from: "edit", the name of a document, "import".</param>
    /// <param name="editor">Who and why.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>What is wrong; empty where the changes are kept.</returns>
    public async Task<IReadOnlyList<Problem>> ChangeAsync(
        IReadOnlyCollection<KeyValuePair<string, string?>> changes, string origin, Editor editor, CancellationToken ct)
    {
        var problems = changes.SelectMany(change => Wrong(change.Key, change.Value)).ToArray();
        if (problems.Length > 0) return problems;
        var served = (await CurrentAsync(ct)).Served;
        await rows.SaveAsync(Rows(changes, path => Draft.HashOf(served.Find(path)), origin, editor), ct);
        return [];
    }

    /// <summary>Keeps changes that were made on drafts as they were read.</summary>
    /// <returns>What is wrong, empty where the changes are kept; null where somebody else changed the same file meanwhile, so that it has to be read again.</returns>
    public async Task<IReadOnlyList<Problem>?> ChangeOnAsync(
        Draft seen, IReadOnlyCollection<KeyValuePair<string, string?>> changes, string origin, Editor editor, CancellationToken ct)
    {
        var problems = changes.SelectMany(change => Wrong(change.Key, change.Value)).ToArray();
        if (problems.Length > 0) return problems;
        // A draft that waits keeps what it was made on, so that one on an old release is still known for that.
        var drafts = Rows(changes, path => seen.Rows.FirstOrDefault(row => row.Path == path)?.Base ?? Draft.HashOf(seen.Served.Find(path)), origin, editor);
        return await rows.SaveOnAsync(drafts, seen.Rows, ct) ? [] : null;
    }

    /// <summary>Changes that make the whole content equal to these files.</summary>
    public async Task<IReadOnlyList<Problem>> ReplaceAsync(ContentFiles files, string origin, Editor editor, CancellationToken ct)
    {
        var served = (await CurrentAsync(ct)).Served;
        var changes = served.Paths.Union(files.Paths)
            .Where(path => served.Find(path) != files.Find(path))
            .Select(path => KeyValuePair.Create(path, files.Find(path))).ToArray();
        return await ChangeAsync(changes, origin, editor, ct);
    }

    /// <summary>Takes drafts back that nobody wants any more, as long as they are still as they were seen.</summary>
    /// <returns>How many.</returns>
    public Task<int> ForgetAsync(IReadOnlyCollection<DraftRow> unwanted, Editor editor, CancellationToken ct) => rows.ForgetAsync(unwanted, editor.Who, editor.Why, time.GetUtcNow(), ct);

    private DraftRow[] Rows(IReadOnlyCollection<KeyValuePair<string, string?>> changes, Func<string, string> baseOf, string origin, Editor editor)
    {
        var now = time.GetUtcNow();
        return [.. changes.Select(change => new DraftRow
        {
            Path = change.Key,
            Text = change.Value?.ReplaceLineEndings("\n"),
            Base = baseOf(change.Key),
            Origin = origin,
            Who = editor.Who,
            Why = editor.Why,
            At = now,
        })];
    }

    // A path becomes a file's path when the content is exported, so it may lead nowhere else.
    internal static IEnumerable<Problem> Wrong(string path, string? text)
    {
        var parts = path.Split('/');
        if (path.Length is 0 or > 200 || parts.Length > 4 || parts.Any(part => part.Length == 0 || part[0] == '.' || part.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.'))))
            yield return new Problem(path, 1, "The path of a file is made of letters, digits, hyphens and up to 3 folders, such as basics/ics.md.");
        else if (!path.EndsWith(".md", StringComparison.Ordinal) && !path.EndsWith(".yaml", StringComparison.Ordinal))
            yield return new Problem(path, 1, "The content holds articles (.md) and lists (.yaml) only.");
        if (text?.Length > LongestFile) yield return new Problem(path, 1, $"The file has {text.Length} characters. Use up to {LongestFile}.");
        if (text?.Contains('\0', StringComparison.Ordinal) == true) yield return new Problem(path, 1, "The file holds a NUL character, so it is no text.");
    }
}
