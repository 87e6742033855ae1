using Bot.Knowledge.Articles;
using Bot.Knowledge.Drafts;

namespace Bot.Knowledge.Importing;

/// <summary>Drafts of imported articles that look like articles that are served.</summary>
public static class DraftAlikes
{
    public static IReadOnlyList<Alike> Of(Draft draft, Content served)
    {
        var drafted = draft.Changes.Where(change => change.After is not null && change.Path.StartsWith($"{Article.ImportedFolder}/", StringComparison.Ordinal))
            .Select(change => ArticleFile.Read(change.Path, change.After!, [])).OfType<Article>().ToArray();
        if (drafted.Length == 0) return [];
        var known = new SharedPhrases(served.Articles);
        return [.. drafted.Select(article => Alike.Of(article, known)).OfType<Alike>().OrderByDescending(alike => alike.Share).ThenBy(alike => alike.Path, StringComparer.Ordinal)];
    }
}
