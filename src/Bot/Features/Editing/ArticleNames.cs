using Bot.Knowledge;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Drafts;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Editing;

/// <summary>An article as an editor sees it: with the draft that waits, if one does.</summary>
/// <param name="Value">With the draft on top.</param>
/// <param name="Draft">Everything that waits.</param>
public sealed record FoundArticle(Article Value, Draft Draft)
{
    /// <summary>The text that an edit starts from.</summary>
    public string Text => Draft.Files.Find(Value.Place.Path) ?? "";

    public bool HasDraft => Draft.Changes.Any(change => change.Path == Value.Place.Path);

    /// <summary>False for an article that only a draft holds.</summary>
    public bool IsServed => Draft.Served.Find(Value.Place.Path) is not null;
}

/// <summary>Finds the article that an editor means: by id, heading, button or question, or "this" for the answer they saw last.</summary>
public sealed class ArticleNames(KnowledgeStore knowledge, Drafting drafting, OwnAnswers own)
{
    private const int MostNear = 4;
    private static readonly string[] This = ["this", "it", "that", "this one", "this answer", "that answer", "the last answer", "last answer", "this article"];

    public async Task<FoundArticle?> FindAsync(string named, TurnContext turn, CancellationToken ct)
    {
        var draft = await drafting.CurrentAsync(ct);
        var articles = ContentFolder.Readable(draft.Files);
        if (This.Contains(named, StringComparer.OrdinalIgnoreCase))
            return (await own.RecentAsync(turn.UserId, ct)).Select(id => ById(articles, id)).OfType<Article>().FirstOrDefault() is { } shown ? new FoundArticle(shown, draft) : null;
        return (ById(articles, named) ?? ByWords(articles, named)) is { } article ? new FoundArticle(article, draft) : null;
    }

    /// <summary>By id only, as a button says it.</summary>
    public async Task<FoundArticle?> ByIdAsync(string id, CancellationToken ct)
    {
        var draft = await drafting.CurrentAsync(ct);
        return ById(ContentFolder.Readable(draft.Files), id) is { } article ? new FoundArticle(article, draft) : null;
    }

    /// <summary>Articles that the words may have meant.</summary>
    public IReadOnlyList<Article> Near(string named)
    {
        var snapshot = knowledge.Current;
        return [.. snapshot.Engine.Ask(named).Reasons.Nearest.Select(near => ById(snapshot.Content.Articles, near.EntryId)).OfType<Article>().Take(MostNear)];
    }

    private static Article? ById(IReadOnlyList<Article> articles, string id) => articles.FirstOrDefault(article => article.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    private static Article? ByWords(IReadOnlyList<Article> articles, string named) => articles.FirstOrDefault(article =>
        new[] { article.Heading, article.Button, article.Question }.Any(own => Bare(own).Equals(Bare(named), StringComparison.OrdinalIgnoreCase)));

    private static string Bare(string words)
    {
        words = words.Trim('?', '.', ' ');
        return words.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? words[4..] : words;
    }
}
