using Answers.Ranking;

namespace Answers.Deciding;

/// <summary>
/// Fits the second stage on questions the models have not seen: in each fold some questions of every entry, some whole
/// entries and some known strangers are left out, and the signals of all three are collected.
/// </summary>
internal static class SecondStageFitting
{
    public const int Folds = 3;

    /// <summary>Assumed share of questions that are not ours.</summary>
    private const double StrangerShare = 0.25;

    /// <summary>Share of our questions that the whole engine gets wrong; the folds' models, which know less, get more wrong.</summary>
    private const double WrongShare = 0.1;

    /// <summary>How much of that share comes from left-out entries where real strangers are known.</summary>
    private const double LeftOutPart = 0.25;

    /// <summary>What each round learns from.</summary>
    public static IEnumerable<IReadOnlyList<TrainingText>> Sets(IReadOnlyList<TrainingText> texts, ClassCount classes, int rounds) =>
        Enumerable.Range(0, Math.Min(rounds, Folds)).Select(fold => Split(texts, classes, fold).Learn);

    /// <param name="texts">All texts.</param>
    /// <param name="folds">One for each set, trained on it.</param>
    public static SecondStage Fit(IReadOnlyList<TrainingText> texts, IReadOnlyList<TrainedAssessor> folds)
    {
        var seen = new List<AskedCase>();
        for (var fold = 0; fold < folds.Count; fold++) seen.AddRange(Asked(texts, folds[fold], fold));
        return FitOn(seen);
    }

    /// <summary>What the fold's models make of the questions that were kept from them.</summary>
    public static IEnumerable<AskedCase> Asked(IReadOnlyList<TrainingText> texts, TrainedAssessor assessor, int fold) =>
        Collect(Split(texts, assessor.Classes, fold).Ask, assessor, fold).Where(a => a is not null);

    /// <summary>Fits on questions with known outcome.</summary>
    /// <param name="seen">The questions.</param>
    /// <param name="asTheyCome">They are a sample of what people ask, so that each counts alike for the confidence.</param>
    public static SecondStage FitOn(IReadOnlyList<AskedCase> seen, bool asTheyCome = false)
    {
        var cases = Weighted(seen, 0);
        if (!cases.Exists(c => c.Right) || cases.TrueForAll(c => c.Right)) return SecondStage.Unfitted;
        var logistic = Logistic.Fit(cases);
        var real = asTheyCome ? [.. seen.Select(s => new Judged(s.Signals, s.Kind == CaseKind.Right, 1))] : Weighted(seen, WrongWeight(seen));
        var calibration = Logistic.Fit([.. real.Select(c => c with { Signals = [logistic.Score(c.Signals)] })]);
        return new SecondStage(logistic, Band.Fit(seen, logistic, Math.Min(1, WrongWeight(seen))), calibration);
    }

    /// <summary>The same questions with the weights that make their shares those of the whole engine.</summary>
    public static IReadOnlyList<Judged> AsExpected(IReadOnlyList<AskedCase> seen) => Weighted(seen, WrongWeight(seen));

    private static AskedCase[] Collect(List<TrainingText> ask, TrainedAssessor assessor, int fold)
    {
        var entries = assessor.Classes.Entries;
        var asked = new AskedCase[ask.Count];
        Parallel.For(0, ask.Count, i =>
        {
            var assessment = assessor.Assess(ask[i].Words, 2);
            if (assessment.Best.Length == 0) return;
            var kind = ask[i].Class >= entries ? CaseKind.Stranger
                : IsLeftOut(ask[i].Class, fold) ? CaseKind.LeftOut
                : ask[i].Class == assessment.Best[0] ? CaseKind.Right : CaseKind.Wrong;
            asked[i] = new AskedCase(assessment.Signals, kind, assessment.Lead);
        });
        return asked;
    }

    private static (List<TrainingText> Learn, List<TrainingText> Ask) Split(IReadOnlyList<TrainingText> texts, ClassCount classes, int fold)
    {
        var learn = new List<TrainingText>();
        var ask = new List<TrainingText>();
        var dice = new Dice(101);
        foreach (var text in texts)
        {
            var part = dice.Below(Folds * 2);
            if (text.Class < classes.Entries && classes.Entries > 8 && IsLeftOut(text.Class, fold))
            {
                if (part < 2) ask.Add(text);
            }
            else (part % Folds == fold ? ask : learn).Add(text);
        }

        return (learn, ask);
    }

    // One entry in six is left out in each fold, so that the rest is still about as dense as the whole.
    private static bool IsLeftOut(int entry, int fold) => new Dice((ulong)entry + 7).Below(6) == fold;

    private static double WrongWeight(IReadOnlyList<AskedCase> seen) =>
        (double)seen.Count(s => s.Kind == CaseKind.Right) / Math.Max(1, seen.Count(s => s.Kind == CaseKind.Wrong)) * WrongShare / (1 - WrongShare);

    private static List<Judged> Weighted(IReadOnlyList<AskedCase> seen, double wrongWeight)
    {
        var right = seen.Count(s => s.Kind == CaseKind.Right);
        var leftOut = seen.Count(s => s.Kind == CaseKind.LeftOut);
        var strangers = seen.Count(s => s.Kind == CaseKind.Stranger);
        var mass = right * StrangerShare / (1 - StrangerShare);
        var leftOutMass = strangers == 0 ? mass : leftOut == 0 ? 0 : mass * LeftOutPart;
        return [.. seen.Where(s => wrongWeight > 0 || s.Kind != CaseKind.Wrong).Select(s => s.Kind switch
        {
            CaseKind.Right => new Judged(s.Signals, true, 1),
            CaseKind.Wrong => new Judged(s.Signals, false, wrongWeight),
            CaseKind.LeftOut => new Judged(s.Signals, false, leftOutMass / leftOut),
            _ => new Judged(s.Signals, false, (mass - leftOutMass) / strangers),
        })];
    }
}

/// <summary>What asking a question came to.</summary>
internal enum CaseKind
{
    /// <summary>Ours, and ranked right.</summary>
    Right,

    /// <summary>Ours, and ranked wrong: refusing and answering both lose, so it does not count.</summary>
    Wrong,

    /// <summary>Of an entry that was left out.</summary>
    LeftOut,

    /// <summary>Known not to be ours.</summary>
    Stranger,
}

/// <summary>A question whose outcome is known, to fit the second stage on.</summary>
/// <param name="Signals">What was seen.</param>
/// <param name="Kind">What it came to.</param>
/// <param name="Lead">Belief in the best entry by that in the runner-up.</param>
internal sealed record AskedCase(double[] Signals, CaseKind Kind, double Lead);
