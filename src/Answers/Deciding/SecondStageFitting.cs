using Answers.Ranking;

namespace Answers.Deciding;

/// <summary>
/// Fits the second stage on questions the models have not seen: in each fold some questions of every entry, some whole
/// entries and some known strangers are left out, and the signals of all three are collected.
/// </summary>
internal static class SecondStageFitting
{
    private const int Folds = 3;

    /// <summary>Assumed share of questions that are not ours.</summary>
    private const double StrangerShare = 0.25;

    /// <summary>Share of our questions that the whole engine gets wrong; the folds' models, which know less, get more wrong.</summary>
    private const double WrongShare = 0.1;

    // Higher, and too many right answers would become choices.
    private const double HighestBorder = 0.6;

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
        for (var fold = 0; fold < folds.Count; fold++) seen.AddRange(Collect(Split(texts, folds[fold].Classes, fold).Ask, folds[fold], fold).Where(a => a is not null));
        return FitOn(seen);
    }

    /// <summary>Fits on questions with known outcome.</summary>
    public static SecondStage FitOn(IReadOnlyList<AskedCase> seen)
    {
        var cases = Weighted(seen);
        if (!cases.Exists(c => c.Right) || cases.TrueForAll(c => c.Right)) return SecondStage.Unfitted;
        var logistic = Logistic.Fit(cases);
        return new SecondStage(logistic, AnswerFrom(seen, logistic));
    }

    private static AskedCase[] Collect(List<TrainingText> ask, TrainedAssessor assessor, int fold)
    {
        var entries = assessor.Classes.Entries;
        var asked = new AskedCase[ask.Count];
        Parallel.For(0, ask.Count, i =>
        {
            var assessment = assessor.Assess(ask[i].Words, 1);
            if (assessment.Best.Length == 0) return;
            var kind = ask[i].Class >= entries ? CaseKind.Stranger
                : IsLeftOut(ask[i].Class, fold) ? CaseKind.LeftOut
                : ask[i].Class == assessment.Best[0] ? CaseKind.Right : CaseKind.Wrong;
            asked[i] = new AskedCase(assessment.Signals, kind);
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

    private static List<Judged> Weighted(IReadOnlyList<AskedCase> seen)
    {
        var right = seen.Count(s => s.Kind == CaseKind.Right);
        var leftOut = seen.Count(s => s.Kind == CaseKind.LeftOut);
        var strangers = seen.Count(s => s.Kind == CaseKind.Stranger);
        var mass = right * StrangerShare / (1 - StrangerShare);
        var leftOutMass = strangers == 0 ? mass : leftOut == 0 ? 0 : mass * LeftOutPart;
        return [.. seen.Where(s => s.Kind != CaseKind.Wrong).Select(s => s.Kind switch
        {
            CaseKind.Right => new Judged(s.Signals, true, 1),
            CaseKind.LeftOut => new Judged(s.Signals, false, leftOutMass / leftOut),
            _ => new Judged(s.Signals, false, (mass - leftOutMass) / strangers),
        })];
    }

    // The highest score under which no more than half of what would be answered is right.
    private static double AnswerFrom(IReadOnlyList<AskedCase> seen, Logistic logistic)
    {
        var scored = seen.Select(s => (Score: logistic.Score(s.Signals), s.Kind)).Where(s => s.Score >= SecondStage.RefuseBelow).ToArray();
        double rights = Math.Max(1, scored.Count(s => s.Kind == CaseKind.Right)), others = Math.Max(1, scored.Count(s => s.Kind is CaseKind.Wrong));
        var wrongWeight = Math.Min(1, rights / others * WrongShare / (1 - WrongShare));
        for (var from = HighestBorder; from > 0.05; from -= 0.1)
        {
            var band = scored.Where(s => s.Score < from).ToArray();
            var right = band.Count(s => s.Kind == CaseKind.Right);
            if (right <= band.Sum(s => s.Kind switch { CaseKind.Wrong => wrongWeight, CaseKind.Stranger => 1, _ => 0 })) return from;
        }

        return SecondStage.RefuseBelow;
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
internal sealed record AskedCase(double[] Signals, CaseKind Kind);
