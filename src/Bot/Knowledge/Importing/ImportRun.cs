using System.Globalization;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Documents;

namespace Bot.Knowledge.Importing;

/// <summary>Compares documents with the content, one after the other.</summary>
internal sealed class ImportRun
{
    private const string SourcesFile = "sources.yaml";
    private readonly DateOnly _today;
    private readonly Dictionary<string, Article> _articles;
    private readonly ILookup<string, Article> _bySource;
    private readonly SharedPhrases _known;
    private readonly Claims _claims;
    private readonly HashSet<string> _sources;
    private readonly SortedDictionary<string, string?> _changes = new(StringComparer.Ordinal);
    private readonly List<Alike> _alikes = [];
    private string _sourcesBefore, _sourcesText;

    public ImportRun(Content served, ContentFiles files, DateOnly today)
    {
        _today = today;
        _articles = served.Articles.ToDictionary(article => article.Id, StringComparer.Ordinal);
        _bySource = served.Articles.Where(article => article.IsImported).SelectMany(article => article.Sources.Select(source => (source, article)))
            .ToLookup(cited => cited.source, cited => cited.article, StringComparer.Ordinal);
        _known = new SharedPhrases(served.Articles);
        _claims = new Claims(served.Articles);
        _sources = [.. served.Sources.Keys];
        _sourcesText = _sourcesBefore = files.Find(SourcesFile) ?? "";
    }

    public void Add(ReadDocument document)
    {
        var source = DocumentDrafts.SourceOf(document.Name);
        var own = _bySource[source].DistinctBy(article => article.Id).ToDictionary(article => article.Id, StringComparer.Ordinal);
        var all = Everything(document);
        var ids = Ids(all, document.Name);
        var byId = PairArticles.ById(all);
        for (var i = 0; i < all.Count; i++)
        {
            own.Remove(ids[i]);
            if (!_articles.TryGetValue(ids[i], out var before))
            {
                Cite(source, document);
                Keep(null, ImportedArticle.New(_claims.Unclaimed(all[i]), ids[i], source, PairArticles.Prompts(all, i, ids, byId), _today), source);
            }
            else if (before.Id == PairArticles.Named(all[i].Pair)) Keep(before, PairArticles.Changed(before, all[i].Pair!), source);
            else Keep(before, ImportedArticle.Read(before, all[i], _today), source);
        }

        foreach (var gone in own.Values) _changes[gone.Place.Path] = null;
    }

    public void Remove(string name)
    {
        foreach (var gone in _bySource[DocumentDrafts.SourceOf(name)]) _changes[gone.Place.Path] = null;
    }

    public DocumentChanges Changes()
    {
        if (_sourcesText != _sourcesBefore) _changes[SourcesFile] = _sourcesText;
        return new DocumentChanges([.. _changes], [.. _alikes.OrderByDescending(alike => alike.Share).ThenBy(alike => alike.Path, StringComparer.Ordinal)]);
    }

    /// <summary>What was added since the last time; for documents that come in one by one and must fit together.</summary>
    public DocumentChanges Take()
    {
        var changes = Changes();
        _changes.Clear();
        _alikes.Clear();
        _sourcesBefore = _sourcesText;
        return changes;
    }

    private static List<Said> Everything(ReadDocument document)
    {
        var title = (document.Title ?? Names.Title(document.Name)).Replace('"', '\'');
        var passages = document.Passages.Select(passage => (Said: Said.Of(passage, title), passage.Section)).ToArray();
        var twice = passages.GroupBy(p => p.Said.Question, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. document.Pairs.Select(Said.Of), .. passages.Select(p => twice.Contains(p.Said.Question) && p.Section.Count > 0 ? p.Said.Under(p.Section[^1]) : p.Said)];
    }

    private void Keep(Article? before, Article after, string source)
    {
        var text = ArticleText.Of(after);
        if (before is not null && ArticleText.Of(before) == text) return;
        _changes[after.Place.Path] = text;
        if (Alike.Of(after, _known) is { } alike) _alikes.Add(alike);
        if (before is null) _known.Add(after);
    }

    private void Cite(string source, ReadDocument document)
    {
        if (!_sources.Add(source)) return;
        static string Quoted(string text) => text.Replace("\\", "", StringComparison.Ordinal).Replace("\"", "'", StringComparison.Ordinal);
        var url = document.Url is { } at ? $"  url: \"{Quoted(at)}\"\n" : "";
        var line = _sourcesText.Length == 0 || _sourcesText.EndsWith('\n') ? "" : "\n";
        _sourcesText += line + string.Create(CultureInfo.InvariantCulture, $"- id: {source}\n  title: \"{Quoted(document.Title ?? document.Name)}\"\n  publisher: \"{Quoted(document.Title is null ? "Imported file" : document.Name)}\"\n  date: \"{_today:d MMMM yyyy}\"\n{url}");
    }

    private string[] Ids(List<Said> all, string name)
    {
        var stem = $"{Slugs.Of(Names.Title(name), 30)}-{Slugs.Digest(name, 4)}".TrimStart('-');
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var ids = new string[all.Count];
        for (var i = 0; i < all.Count; i++)
        {
            if (PairArticles.Named(all[i].Pair) is { } named && _articles.ContainsKey(named) && taken.Add(named))
            {
                ids[i] = named;
                continue;
            }

            var slug = $"{stem}-{Slugs.Of(all[i].Key)}".TrimEnd('-');
            ids[i] = slug;
            for (var n = 2; !taken.Add(ids[i]); n++) ids[i] = string.Create(CultureInfo.InvariantCulture, $"{slug}-{n}");
        }

        return ids;
    }
}
