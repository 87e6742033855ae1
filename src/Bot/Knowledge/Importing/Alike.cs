using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Importing;

/// <summary>Something new that looks like an article that is there already.</summary>
/// <param name="Path">Of the draft.</param>
/// <param name="Question">What the draft answers.</param>
/// <param name="ArticleId">The article that it looks like.</param>
/// <param name="Share">How much of what it says is in that article too, from 0 to 1; little where only the question is the same.</param>
public sealed record Alike(string Path, string Question, string ArticleId, double Share)
{
    /// <summary>Null where nothing looks like it. An article from the same document does not count.</summary>
    internal static Alike? Of(Article draft, SharedPhrases known) =>
        known.Likest(draft, other => other.Id != draft.Id && !(other.IsImported && other.Sources.Intersect(draft.Sources).Any())) is var (like, share)
            ? new Alike(draft.Place.Path, draft.Question, like.Id, share) : null;
}

/// <summary>What documents would change in the content.</summary>
/// <param name="Changes">Path and new text; null takes a file away. For <see cref="Drafts.Drafting.ChangeAsync"/>.</param>
/// <param name="Alikes">Drafts to compare with what is there, the likest first.</param>
public sealed record DocumentChanges(IReadOnlyList<KeyValuePair<string, string?>> Changes, IReadOnlyList<Alike> Alikes)
{
    public static DocumentChanges None { get; } = new([], []);
}
