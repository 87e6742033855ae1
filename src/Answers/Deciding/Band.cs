namespace Answers.Deciding;

/// <summary>Where a choice is offered instead of an answer. Fitted when a release is built.</summary>
/// <param name="AnswerFrom">Log-odds from which an answer is given.</param>
/// <param name="CloseRatio">A runner-up is close where the best has less than so many times its belief.</param>
/// <param name="CloseMargin">How much more is asked for then.</param>
internal sealed record Band(double AnswerFrom, double CloseRatio, double CloseMargin)
{
    private static readonly double[] Ratios = [1.25, 1.5, 2, 3];

    // Higher, and too many right answers would become choices.
    private const double HighestBorder = 0.6, WidestMargin = 1.5, Step = 0.1;

    /// <summary>No choice is offered.</summary>
    public static Band None { get; } = new(double.MinValue, 0, 0);

    public double From(double best, double second) => best < CloseRatio * second ? AnswerFrom + CloseMargin : AnswerFrom;

    /// <param name="seen">Questions with known outcome.</param>
    /// <param name="logistic">Scores them.</param>
    /// <param name="wrongWeight">How much one counts that was ranked wrong.</param>
    public static Band Fit(IReadOnlyList<AskedCase> seen, Logistic logistic, double wrongWeight)
    {
        var scored = seen.Select(s => new Scored(logistic.Score(s.Signals), s.Lead, s.Kind switch { CaseKind.Right => -1, CaseKind.Wrong => wrongWeight, CaseKind.Stranger => 1, _ => 0 }))
            .Where(s => s.Score >= SecondStage.RefuseBelow).ToArray();
        var from = Border(scored);
        var (band, most) = (new Band(from, 0, 0), 1e-9);
        foreach (var ratio in Ratios)
        {
            var close = scored.Where(s => s.Score >= from && s.Lead < ratio).ToArray();
            for (var margin = Step; margin <= WidestMargin; margin += Step)
                if (close.Where(s => s.Score < from + margin).Sum(s => s.Spared) is var spared && spared > most) (band, most) = (new Band(from, ratio, margin), spared);
        }

        return band;
    }

    public void Write(BinaryWriter to)
    {
        to.Write(AnswerFrom);
        to.Write(CloseRatio);
        to.Write(CloseMargin);
    }

    public static Band Read(BinaryReader from) => new(from.ReadDouble(), from.ReadDouble(), from.ReadDouble());

    // The highest border under which no more than half of what would be answered is right.
    private static double Border(Scored[] scored)
    {
        for (var from = HighestBorder; from > Step / 2; from -= Step)
            if (scored.Where(s => s.Score < from).Sum(s => s.Spared) >= 0) return from;
        return SecondStage.RefuseBelow;
    }

    /// <param name="Score">Log-odds.</param>
    /// <param name="Lead">Belief in the best by that in the runner-up.</param>
    /// <param name="Spared">What a choice in place of an answer spares, in wrong answers; negative where the answer was right.</param>
    private sealed record Scored(double Score, double Lead, double Spared);
}
