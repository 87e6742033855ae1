using System.Collections.Frozen;
using Answers;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Records;
using Bot.Knowledge.Sources;
using Bot.Storage.Sources;

namespace Bot.Knowledge;

/// <summary>One release as it is served: immutable, and held by a turn from its beginning to its end.</summary>
public sealed class KnowledgeSnapshot
{
    private readonly FrozenDictionary<string, Article> _articles;
    private readonly FrozenSet<string> _withdrawn;
    private readonly FrozenDictionary<string, SourceMark> _doubts;

    public KnowledgeSnapshot(string revision, Content content, RecordBook records, AnswerEngine engine)
    {
        (Revision, Content, Records, Engine) = (revision, content, records, engine);
        _articles = content.Articles.ToFrozenDictionary(a => a.Id, StringComparer.Ordinal);
        (_withdrawn, _doubts) = (FrozenSet<string>.Empty, FrozenDictionary<string, SourceMark>.Empty);
    }

    private KnowledgeSnapshot(KnowledgeSnapshot whole, FrozenSet<string> withdrawn, FrozenDictionary<string, SourceMark> doubts)
    {
        (Revision, Number, Content, Records, Engine, _articles) = (whole.Revision, whole.Number, whole.Content, whole.Records, whole.Engine, whole._articles);
        (_withdrawn, _doubts) = (withdrawn, doubts);
    }

    /// <summary>First 12 hexadecimal digits of the hash over everything the release was made from.</summary>
    public string Revision { get; }

    /// <summary>Of the release; 0 for the content that the program brings.</summary>
    public long Number { get; init; }

    public Content Content { get; }

    public RecordBook Records { get; }

    public AnswerEngine Engine { get; }

    /// <returns>Null where there is no such article, or where it was withdrawn.</returns>
    public Article? Find(string id) => _withdrawn.Contains(id) ? null : _articles.GetValueOrDefault(id);

    /// <summary>Changes whenever a question may get another answer: with the release, and with what is withdrawn from it.</summary>
    public string State => _withdrawn.Count == 0 ? Revision : $"{Revision} without {string.Join(' ', _withdrawn.Order(StringComparer.Ordinal))}";

    public bool IsWithdrawn(string id) => _withdrawn.Contains(id);

    /// <summary>Why an article is under review: a source of it changed or vanished since its text was published; null where none did.</summary>
    public SourceMark? DoubtOf(string id) => _doubts.GetValueOrDefault(id);

    public IReadOnlyList<SourceEntry> SourcesOf(IEnumerable<string> ids) =>
        [.. ids.Select(id => Content.Sources.GetValueOrDefault(id)).OfType<SourceEntry>()];

    /// <summary>The same release, in which some articles are not found and some are in doubt; a mark on another text than the release holds is over.</summary>
    internal KnowledgeSnapshot With(FrozenSet<string> withdrawn, IReadOnlyList<SourceMark> marks)
    {
        var doubts = marks.Where(mark => _articles.TryGetValue(mark.ArticleId, out var article) && SourceMarking.DigestOf(article) == mark.Digest)
            .GroupBy(mark => mark.ArticleId, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.MinBy(mark => mark.At)!, StringComparer.Ordinal);
        return withdrawn.Count + doubts.Count + _withdrawn.Count + _doubts.Count == 0 ? this : new(this, withdrawn, doubts);
    }
}
