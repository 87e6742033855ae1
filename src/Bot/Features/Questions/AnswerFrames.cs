using System.Collections.Concurrent;
using Bot.Cards;
using Bot.Features.Questions.Certificates;
using Bot.Knowledge;

namespace Bot.Features.Questions;

/// <summary>Frames of the answers that were given, for one release on one day; another release or day begins anew.</summary>
internal sealed class AnswerFrames(AnswerCertificates certificates)
{
    // About 10 KB each.
    private const int Most = 2_000;
    private Shelf? _shelf;

    /// <returns>Null where that answer was not given yet.</returns>
    public AdaptiveCard? Find(string key, KnowledgeSnapshot snapshot, CardContext context) =>
        Of(snapshot, context.Today).Frames.TryGetValue(key, out var frame) ? frame.Card(context) : null;

    /// <param name="key">Says what is answered.</param>
    /// <param name="reply">The answer; the same for the same key.</param>
    /// <param name="snapshot">What it was made from.</param>
    /// <param name="context">Of this turn.</param>
    public AdaptiveCard Keep(string key, Reply reply, KnowledgeSnapshot snapshot, CardContext context)
    {
        var frames = Of(snapshot, context.Today).Frames;
        if (frames.Count >= Most) frames.Clear();
        var frame = new AnswerFrame(reply with { Certificate = certificates.Of(reply, snapshot, context.Today) });
        frames[key] = frame;
        return frame.Card(context);
    }

    private Shelf Of(KnowledgeSnapshot snapshot, DateOnly day)
    {
        var shelf = Volatile.Read(ref _shelf);
        if (shelf is null || shelf.Snapshot != snapshot || shelf.Day != day) Volatile.Write(ref _shelf, shelf = new Shelf(snapshot, day));
        return shelf;
    }

    private sealed class Shelf(KnowledgeSnapshot snapshot, DateOnly day)
    {
        public KnowledgeSnapshot Snapshot => snapshot;

        public DateOnly Day => day;

        public ConcurrentDictionary<string, AnswerFrame> Frames { get; } = new(StringComparer.Ordinal);
    }
}
