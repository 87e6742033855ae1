using Answers.Ranking;
using Answers.Text;

namespace Answers.Deciding;

/// <summary>Ranks the entries for a question and collects what the second stage looks at.</summary>
internal sealed class Assessor
{
    private readonly Ensemble _ensemble;
    private readonly OwnQuestions _own;
    private readonly Coverage _coverage;
    private readonly AnswerKinds _kinds;

    private Assessor(Ensemble ensemble, OwnQuestions own, Coverage coverage, AnswerKinds kinds) =>
        (_ensemble, _own, _coverage, _kinds) = (ensemble, own, coverage, kinds);

    public ClassCount Classes => _ensemble.Classes;

    /// <param name="ensemble">Trained on the texts.</param>
    /// <param name="texts">What it was trained on.</param>
    /// <param name="answers">The words of each entry's answer.</param>
    /// <param name="kinds">Which entries need a name.</param>
    public static Assessor From(Ensemble ensemble, IReadOnlyList<TrainingText> texts, IReadOnlyList<IReadOnlyList<string>> answers, AnswerKinds kinds) =>
        new(ensemble, OwnQuestions.From(ensemble, texts), Coverage.From(texts, answers), kinds);

    /// <param name="words">At least one.</param>
    /// <param name="count">How many entries to name.</param>
    public Assessment Assess(IReadOnlyList<string> words, int count)
    {
        var stems = Stems.Of(words);
        var text = _ensemble.Weigh(RawPair.Of(words, stems));
        var ranking = _ensemble.Rank(text);
        var best = ranking.Best(count, _kinds.Barred(words));
        if (best.Length == 0) return Assessment.Nothing;
        var near = (_own.Nearest(text.Words, false, best[0]), _own.Nearest(text.Characters, true, best[0]));
        var shares = new double[best.Length];
        for (var i = 0; i < best.Length; i++) shares[i] = ranking.Shares[best[i]];
        return new Assessment(best, shares, Signals.Of(ranking, text, best[0], near, _coverage.Of(stems, best[0])));
    }

    public IReadOnlyList<string> Shared(IReadOnlyList<string> words, int entry) => _coverage.Shared(words, entry);

    public void Write(BinaryWriter to)
    {
        _ensemble.Write(to);
        _own.Write(to);
        _coverage.Write(to);
    }

    public static Assessor Read(BinaryReader from, AnswerKinds kinds) => new(Ensemble.Read(from), OwnQuestions.Read(from), Coverage.Read(from), kinds);
}

/// <summary>What an <see cref="Assessor"/> found.</summary>
/// <param name="Best">Entries, best first.</param>
/// <param name="Shares">Belief in each.</param>
/// <param name="Signals">For the second stage.</param>
internal sealed record Assessment(int[] Best, double[] Shares, double[] Signals)
{
    public static Assessment Nothing { get; } = new([], [], []);
}
