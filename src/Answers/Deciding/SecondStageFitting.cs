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

    /// <summary>How much of that share comes from left-out entries where real strangers are known.</summary>
    private const double LeftOutPart = 0.25;

    /// <summary>What each fold learns from.</summary>
    public static IEnumerable<IReadOnlyList<TrainingText>> Sets(IReadOnlyList<TrainingText> texts, ClassCount classes) =>
        Enumerable.Range(0, Folds).Select(fold => Split(texts, classes, fold).Learn);

    /// <param name="texts">All texts.</param>
    /// <param name="folds">One for each set, trained on it.</param>
    public static SecondStage Fit(IReadOnlyList<TrainingText> texts, IReadOnlyList<Assessor> folds)
    {
        var seen = new List<(double[] Signals, Kind Kind)>();
        for (var fold = 0; fold < Folds; fold++) seen.AddRange(Collect(Split(texts, folds[fold].Classes, fold).Ask, folds[fold], fold).Where(a => a.Signals is not null));
        var cases = Weighted(seen);
        var logistic = Logistic.Fit(cases);
        return new SecondStage(logistic, OfferFrom(cases, logistic));
    }

    /// <summary>Fits on questions with known outcome: true for right, false for wrong, null for a stranger.</summary>
    public static SecondStage FitOn(IReadOnlyList<(double[] Signals, bool? Right)> seen)
    {
        var cases = Weighted([.. seen.Select(s => (s.Signals, s.Right switch { true => Kind.Right, false => Kind.Wrong, _ => Kind.Stranger }))]);
        var logistic = Logistic.Fit(cases);
        return new SecondStage(logistic, OfferFrom(cases, logistic));
    }

    private enum Kind { Right, Wrong, LeftOut, Stranger }

    private static (double[] Signals, Kind Kind)[] Collect(List<TrainingText> ask, Assessor assessor, int fold)
    {
        var entries = assessor.Classes.Entries;
        var asked = new (double[] Signals, Kind Kind)[ask.Count];
        Parallel.For(0, ask.Count, i =>
        {
            var assessment = assessor.Assess(ask[i].Words, 1);
            if (assessment.Best.Length == 0) return;
            var kind = ask[i].Class >= entries ? Kind.Stranger
                : IsLeftOut(ask[i].Class, fold) ? Kind.LeftOut
                : ask[i].Class == assessment.Best[0] ? Kind.Right : Kind.Wrong;
            asked[i] = (assessment.Signals, kind);
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

    // The lowest score, at most 1.5 under the border, down to which at least half of what is offered is ours.
    private static double OfferFrom(List<Judged> cases, Logistic logistic)
    {
        var scored = cases.Select(c => (Score: logistic.Score(c.Signals), c.Right, c.Weight)).ToArray();
        for (var from = -1.5; from < -0.05; from += 0.1)
        {
            var band = scored.Where(s => s.Score >= from && s.Score < SecondStage.AnswerFrom).ToArray();
            if (band.Sum(s => s.Right ? s.Weight : 0) >= band.Sum(s => s.Right ? 0 : s.Weight)) return from;
        }

        return 0;
    }
}
