using Answers.Index;
using Answers.Lists;
using Answers.Ranking;
using Answers.Text;

namespace Answers.Deciding;

/// <summary>Ranks a large base: BM25 over lists names some dozens of entries, cosines to their questions put them in order.</summary>
internal sealed class ListAssessor : Assessor
{
    /// <summary>Scores are cosines; divided by this they make shares.</summary>
    private const float Temperature = 0.05f;

    /// <summary>How much of a score is the listed part, which is 0 to about 1.</summary>
    private const float ListedPart = 0.3f;

    private static readonly ListedView View = new();
    private readonly FeatureSpace _space;
    private readonly UnitLists _lists;
    private readonly QuestionList _questions;
    private readonly AnswerKinds _kinds;
    private readonly int _entries;

    public ListAssessor(FeatureSpace space, UnitLists lists, QuestionList questions, AnswerKinds kinds, int entries) =>
        (_space, _lists, _questions, _kinds, _entries) = (space, lists, questions, kinds, entries);

    public override Assessment Assess(IReadOnlyList<string> words, int count) => Assess(words, count, Omission.None);

    /// <param name="words">At least one.</param>
    /// <param name="count">How many entries to name.</param>
    /// <param name="without">What is passed over, as if it were not in the base.</param>
    public Assessment Assess(IReadOnlyList<string> words, int count, Omission without)
    {
        var text = _space.Weigh(RawText.Of(View, words, Stems.Of(words)));
        var scratch = ListScratch.Rent();
        var whole = _lists.Find(text.Features, scratch);
        var weights = WeightTable.Of(text);
        var barred = _kinds.Barred(words);
        var found = new FoundEntries(scratch.Best.Length);
        var stranger = 0f;
        for (var i = 0; i < scratch.Best.Length; i++)
        {
            var unit = scratch.Best[i];
            if (unit == without.Unit || (unit < _entries && barred is not null && barred[unit])) continue;
            var (nearest, score) = _questions.Nearness(weights, unit, without.Question);
            score += ListedPart * scratch.Scores[i] / Math.Max(1, whole);
            if (unit >= _entries) stranger = MathF.Max(stranger, nearest);
            else found.Add(unit, score, nearest, scratch.Scores[i]);
        }

        return found.Count == 0 ? Assessment.Nothing : found.Assessment(count, Temperature, [stranger, whole, text.UnseenStems, text.UnseenNeighbours, words.Count]);
    }

    public override bool Holds(int entry, string stem) => _space.Find(FeatureKey.Of(ListedView.Stem, stem)) is >= 0 and var feature && _questions.Holds(entry, feature);

    public override void Write(BinaryWriter to)
    {
        to.Write(_entries);
        _space.Write(to);
        _lists.Write(to);
        _questions.Write(to);
    }

    public static ListAssessor Read(BinaryReader from, AnswerKinds kinds)
    {
        var entries = from.ReadInt32();
        return new ListAssessor(FeatureSpace.Read(View, from), UnitLists.Read(from), QuestionList.Read(from), kinds, entries);
    }
}

/// <summary>What is passed over while the second stage is fitted.</summary>
/// <param name="Unit">An entry, or a stranger's question; -1 for none.</param>
/// <param name="Question">One question; -1 for none.</param>
internal readonly record struct Omission(int Unit, int Question)
{
    public static Omission None => new(-1, -1);
}
