using Bot.Knowledge.Articles;
using Bot.Knowledge.Drafts;
using Bot.Storage;
using Bot.Storage.Sources;

namespace Bot.Knowledge.Sources;

/// <summary>The content as a refresh sees it: what is served, the drafts on top, and which document made which article.</summary>
internal sealed class ContentInWork
{
    private readonly Dictionary<string, DraftRow> _rows;
    private readonly Dictionary<string, SourceArticle> _owned;

    public ContentInWork(Draft draft, Content served, IEnumerable<SourceArticle> owned)
    {
        (Served, Content, Files) = (draft.Served, served, draft.Files);
        _rows = draft.Rows.ToDictionary(row => row.Path, StringComparer.Ordinal);
        _owned = owned.ToDictionary(article => article.Path, StringComparer.Ordinal);
    }

    public ContentFiles Served { get; }

    /// <summary>The articles that are served.</summary>
    public Content Content { get; }

    /// <summary>With the drafts.</summary>
    public ContentFiles Files { get; private set; }

    public DraftRow? Draft(string path) => _rows.GetValueOrDefault(path);

    public SourceArticle? Owner(string path) => _owned.GetValueOrDefault(path);

    public IReadOnlyList<SourceArticle> Of(SourceItem document) =>
        [.. _owned.Values.Where(article => article.Source == document.Source && article.Document == document.Id)];

    /// <summary>The served content without what a document made, so that reading it again makes the same articles and no second ones.</summary>
    public Content Without(IReadOnlyList<SourceArticle> own)
    {
        if (own.Count == 0) return Content;
        var paths = own.Select(article => article.Path).ToHashSet(StringComparer.Ordinal);
        return Content with { Articles = [.. Content.Articles.Where(article => !paths.Contains(article.Place.Path))] };
    }

    /// <summary>What was just decided counts for the documents that follow.</summary>
    public void Take(SourceStep step)
    {
        foreach (var (row, _) in step.Drafts) _rows[row.Path] = row;
        foreach (var row in step.DraftsGone) _rows.Remove(row.Path);
        foreach (var path in step.ArticlesGone) _owned.Remove(path);
        foreach (var article in step.Articles) _owned[article.Path] = article;
        Files = Files.With([.. step.Drafts.Select(d => KeyValuePair.Create(d.Row.Path, d.Row.Text)), .. step.DraftsGone.Select(row => KeyValuePair.Create(row.Path, Served.Find(row.Path)))]);
    }
}
