using System.Globalization;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Documents;

namespace Bot.Knowledge.Importing;

/// <summary>
/// What documents would change in the content. A document is known again by its name, a passage by its heading and a pair by
/// its question: the same document changes nothing, a changed one only what differs, and what vanished from it is taken away.
/// </summary>
public static class DocumentDrafts
{
    public static DocumentChanges Of(ReadDocument document, Content served, ContentFiles files, DateOnly today) => Of([document], served, files, today);

    /// <summary>Many at once: their changes fit together, which those of single documents made one by one do not.</summary>
    /// <param name="documents">What was read.</param>
    /// <param name="served">The content that they come on top of.</param>
    /// <param name="files">Its files.</param>
    /// <param name="today">The date on what is new.</param>
    public static DocumentChanges Of(IReadOnlyCollection<ReadDocument> documents, Content served, ContentFiles files, DateOnly today)
    {
        var run = new ImportRun(served, files, today);
        foreach (var document in documents) run.Add(document);
        return run.Changes();
    }

    /// <summary>What goes when a document is gone.</summary>
    public static DocumentChanges Without(IReadOnlyCollection<string> names, Content served, ContentFiles files, DateOnly today)
    {
        var run = new ImportRun(served, files, today);
        foreach (var name in names) run.Remove(name);
        return run.Changes();
    }

    /// <summary>The articles that were made from a document, by its name.</summary>
    public static IReadOnlyList<Article> ArticlesOf(string name, Content content)
    {
        var source = SourceOf(name);
        return [.. content.Articles.Where(article => article.IsImported && article.Sources.Contains(source))];
    }

    /// <summary>The id under which a document stands in the list of sources.</summary>
    public static string SourceOf(string name) =>
        string.Create(CultureInfo.InvariantCulture, $"FILE-{Slugs.Of(name).ToUpperInvariant()}-{Slugs.Digest(name, 4).ToUpperInvariant()}");
}
