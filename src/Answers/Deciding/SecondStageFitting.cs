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

    public static SecondStage Fit(IReadOnlyList<TrainingText> texts, ClassCount classes, TrainingPlan plan, AnswerKinds answers)
    {
        var seen = new List<(double[] Signals, Kind Kind)>();
        for (var fold = 0; fold < Folds; fold++) Collect(texts, classes, plan, fold, seen, answers);
        return Fitted(seen);
    }

    /// <summary>Fits on questions with known outcome: true for right, false for wrong, null for a stranger.</summary>
    public static SecondStage FitOn(IReadOnlyList<(double[] Signals, bool? Right)> seen)
    {
        return Fitted([.. seen.Select(s => (s.Signals, s.Right switch { true => Kind.Right, false => Kind.Wrong, _ => Kind.Stranger }))]);
    }

    private static SecondStage Fitted(List<(double[] Signals, Kind Kind)> seen)
    {
        var logistic = Logistic.Fit(Weighted(seen));
        return new SecondStage(logistic, AnswerFrom(seen, logistic));
    }

    private enum Kind { Right, Wrong, LeftOut, Stranger }

    private static void Collect(IReadOnlyList<TrainingText> texts, ClassCount classes, TrainingPlan plan, int fold, List<(double[], Kind)> seen, AnswerKinds answers)
    {
        var (learn, ask) = Split(texts, classes, fold);
        var ensemble = EnsembleTraining.Run(learn, classes, plan);
        var own = Questions.ByClass(ensemble, learn, classes.Entries);
        var coverage = new Coverage(learn, answers.Words);
        var asked = new (double[], Kind)[ask.Count];
        Parallel.For(0, ask.Count, i =>
        {
            var example = ensemble.Weigh(ask[i].Raw);
            var ranking = ensemble.Rank(example);
            var best = ranking.Best(1, answers.Barred(ask[i].Words))[0];
            var kind = ask[i].Class >= classes.Entries ? Kind.Stranger
                : IsLeftOut(ask[i].Class, fold) ? Kind.LeftOut
                : ask[i].Class == best ? Kind.Right : Kind.Wrong;
            asked[i] = (Signals.Of(ranking, example, best, own[best], coverage.Of(ask[i].Words, best)), kind);
        });
        seen.AddRange(asked);
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

    private static List<Judged> Weighted(List<(double[] Signals, Kind Kind)> seen)
    {
        var right = seen.Count(s => s.Kind == Kind.Right);
        var leftOut = seen.Count(s => s.Kind == Kind.LeftOut);
        var strangers = seen.Count(s => s.Kind == Kind.Stranger);
        var mass = right * StrangerShare / (1 - StrangerShare);
        var leftOutMass = strangers == 0 ? mass : leftOut == 0 ? 0 : mass * LeftOutPart;
        return [.. seen.Where(s => s.Kind != Kind.Wrong).Select(s => s.Kind switch
        {
            Kind.Right => new Judged(s.Signals, true, 1),
            Kind.LeftOut => new Judged(s.Signals, false, leftOutMass / leftOut),
            _ => new Judged(s.Signals, false, (mass - leftOutMass) / strangers),
        })];
    }

    // The highest score under which no more than half of what would be answered is right.
    private static double AnswerFrom(List<(double[] Signals, Kind Kind)> seen, Logistic logistic)
    {
        var scored = seen.Select(s => (Score: logistic.Score(s.Signals), s.Kind)).Where(s => s.Score >= SecondStage.RefuseBelow).ToArray();
        double rights = Math.Max(1, scored.Count(s => s.Kind == Kind.Right)), others = Math.Max(1, scored.Count(s => s.Kind is Kind.Wrong));
        var wrongWeight = Math.Min(1, rights / others * WrongShare / (1 - WrongShare));
        for (var from = HighestBorder; from > 0.05; from -= 0.1)
        {
            var band = scored.Where(s => s.Score < from).ToArray();
            var right = band.Count(s => s.Kind == Kind.Right);
            if (right <= band.Sum(s => s.Kind switch { Kind.Wrong => wrongWeight, Kind.Stranger => 1, _ => 0 })) return from;
        }

        return SecondStage.RefuseBelow;
    }
}
