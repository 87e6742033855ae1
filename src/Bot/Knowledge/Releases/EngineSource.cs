using Answers;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Records;

namespace Bot.Knowledge.Releases;

/// <summary>What the engine is built from: articles, record intents, small talk, strangers and names.</summary>
internal static class EngineSource
{
    public static KnowledgeBase From(Content content, IReadOnlyList<RecordName> names) => new(
        [.. content.Articles.Where(a => a.About is null).Select(FromArticle), .. content.Intents.Select(FromIntent), SmallTalk(content)],
        [.. content.NotOurs.Select(kind => new Strangers(kind.Key, kind.Value))])
    {
        Names = [.. names.Select(n => new Name(n.Surface, n.Kind, n.Key) { Ordinary = n.Ordinary })],
        Synonyms = [.. content.Synonyms.Select(s => new Synonym(s.Key, s.Value))],
    };

    private static Entry FromArticle(Article article) =>
        new(article.Id, article.Heading, [article.Question, .. article.Alternates, .. article.Variants], $"{article.Short}\n{string.Join('\n', article.Points)}\n{article.Detail}")
        {
            Group = article.Group,
            From = article.ValidFrom,
            To = article.ValidTo,
        };

    private static Entry FromIntent(KeyValuePair<string, IReadOnlyList<string>> intent) =>
        new(EntryIds.Records + intent.Key, "", intent.Value) { NeedsName = intent.Value.Any(w => w.Contains('{', StringComparison.Ordinal)) };

    private static Entry SmallTalk(Content content) => new(EntryIds.SmallTalk, "", content.SmallTalk);
}

/// <summary>Ids of entries that are not articles.</summary>
public static class EntryIds
{
    /// <summary>Prefix of entries that records answer; the intent follows.</summary>
    public const string Records = "records/";

    public const string SmallTalk = "small-talk";
}
