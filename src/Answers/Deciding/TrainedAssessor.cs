using Answers.Ranking;
using Answers.Text;

namespace Answers.Deciding;

/// <summary>Ranks with a trained ensemble.</summary>
internal sealed class TrainedAssessor : Assessor
{
    private readonly Ensemble _ensemble;
    private readonly OwnQuestions _own;
    private readonly Coverage _coverage;
    private readonly AnswerKinds _kinds;

    private TrainedAssessor(Ensemble ensemble, OwnQuestions own, Coverage coverage, AnswerKinds kinds) =>
        (_ensemble, _own, _coverage, _kinds) = (ensemble, own, coverage, kinds);

    public ClassCount Classes => _ensemble.Classes;

    /// <param name="ensemble">Trained on the texts.</param>
    /// <param name="texts">What it was trained on.</param>
    /// <param name="answers">The words of each entry's answer.</param>
    /// <param name="kinds">Which entries need a name.</param>
    public static TrainedAssessor From(Ensemble ensemble, IReadOnlyList<TrainingText> texts, IReadOnlyList<IReadOnlyList<string>> answers, AnswerKinds kinds) =>
        new(ensemble, OwnQuestions.From(ensemble, texts), Coverage.From(texts, answers), kinds);

    public override Assessment Assess(IReadOnlyList<string> words, int count)
    {
        var stems = Stems.Of(words);
        var text = _ensemble.Weigh(RawPair.Of(words, stems));
        var ranking = _ensemble.Rank(text);
        var best = ranking.Best(count, _kinds.Barred(words));
        if (best.Length == 0) return Assessment.Nothing;
        var near = (_own.Nearest(text.Words, false, best[0]), _own.Nearest(text.Characters, true, best[0]));
        var shares = new double[best.Length];
        for (var i = 0; i < best.Length; i++) shares[i] = ranking.Shares[best[i]];
        return new Assessment(best, shares, Signals.Of(ranking, text, best[0], near, _coverage.Of(stems, best[0]))) { Strange = ranking.Strange };
    }

    public override bool Holds(int entry, string stem) => _coverage.Holds(entry, stem);

    public override void Write(BinaryWriter to)
    {
        _ensemble.Write(to);
        _own.Write(to);
        _coverage.Write(to);
    }

    public static TrainedAssessor Read(BinaryReader from, AnswerKinds kinds)
    {
        var ensemble = Ensemble.Read(from);
        return new TrainedAssessor(ensemble, OwnQuestions.Read(ensemble, from), Coverage.Read(from), kinds);
    }
}
