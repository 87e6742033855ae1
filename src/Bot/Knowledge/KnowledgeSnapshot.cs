using System.Collections.Frozen;
using Answers;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Records;

namespace Bot.Knowledge;

/// <summary>One release as it is served: immutable, and held by a turn from its beginning to its end.</summary>
public sealed class KnowledgeSnapshot
{
    private readonly FrozenDictionary<string, Article> _articles;

    public KnowledgeSnapshot(string revision, Content content, RecordBook records, AnswerEngine engine)
    {
        (Revision, Content, Records, Engine) = (revision, content, records, engine);
        _articles = content.Articles.ToFrozenDictionary(a => a.Id, StringComparer.Ordinal);
    }

    /// <summary>First 12 hexadecimal digits of the hash over everything the release was made from.</summary>
    public string Revision { get; }

    public Content Content { get; }

    public RecordBook Records { get; }

    public AnswerEngine Engine { get; }

    public Article? Find(string id) => _articles.GetValueOrDefault(id);

    public IReadOnlyList<SourceEntry> SourcesOf(IEnumerable<string> ids) =>
        [.. ids.Select(id => Content.Sources.GetValueOrDefault(id)).OfType<SourceEntry>()];
}
