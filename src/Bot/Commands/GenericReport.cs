using System.Globalization;

namespace Bot.Commands;

/// <summary>How the engine did on a set of queries. Shares are between 0 and 1.</summary>
internal sealed record GenericReport
{
    /// <summary>The share of queries out of scope that the measure "all right" assumes (eval/README.md).</summary>
    public const double StrangerShare = 0.18;

    public required double AccuracyInScope { get; init; }
    public required double AllRight { get; init; }
    public required double OutOfScopeRecall { get; init; }
    public required double OutOfScopePrecision { get; init; }
    public required double Auroc { get; init; }
    public required double CalibrationError { get; init; }
    public required double QueriesPerSecond { get; init; }
    public required double BuildSeconds { get; init; }
    public required double PeakMegabytes { get; init; }

    public static GenericReport Of(IReadOnlyList<GenericAnswer> answers, TimeSpan build, TimeSpan asking)
    {
        var ours = answers.Where(a => a.Query.ExpectId is not null).ToArray();
        var strangers = answers.Where(a => a.Query.ExpectId is null).ToArray();
        var refused = answers.Count(a => a.Answered is null);
        var caught = strangers.Count(a => a.Answered is null);
        var right = Share(ours.Count(a => a.Answered == a.Query.ExpectId), ours.Length);
        var recall = Share(caught, strangers.Length);
        return new GenericReport
        {
            AccuracyInScope = Share(ours.Count(a => a.Nearest == a.Query.ExpectId), ours.Length),
            AllRight = strangers.Length == 0 ? right : ((1 - StrangerShare) * right) + (StrangerShare * recall),
            OutOfScopeRecall = recall,
            OutOfScopePrecision = Share(caught, refused),
            Auroc = AreaUnderCurve(ours, strangers),
            CalibrationError = Calibration(answers),
            QueriesPerSecond = answers.Count / asking.TotalSeconds,
            BuildSeconds = build.TotalSeconds,
            PeakMegabytes = System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0,
        };
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        accuracy in scope       {AccuracyInScope:P2}
        all queries right       {AllRight:P2}  (out of scope weighted to {StrangerShare:P0})
        out-of-scope recall     {OutOfScopeRecall:P2}
        out-of-scope precision  {OutOfScopePrecision:P2}
        AUROC                   {Auroc:F4}
        calibration error       {CalibrationError:F4}
        queries per second      {QueriesPerSecond:F0}
        build seconds           {BuildSeconds:F1}
        peak memory, MB         {PeakMegabytes:F0}
        """);

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    // The chance that a query in scope scores higher than one out of scope, by ranks; ties count half.
    private static double AreaUnderCurve(GenericAnswer[] ours, GenericAnswer[] strangers)
    {
        if (ours.Length == 0 || strangers.Length == 0) return 0;
        var sorted = strangers.Select(s => s.Score).Order().ToArray();
        return ours.Sum(o => (Below(sorted, o.Score, false) + Below(sorted, o.Score, true)) / 2.0) / ((double)ours.Length * strangers.Length);
    }

    private static int Below(double[] sorted, double score, bool orEqual)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < score || (orEqual && sorted[middle] == score)) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    // Expected calibration error over ten bins of equal count: said chance against what was so.
    private static double Calibration(IReadOnlyList<GenericAnswer> answers)
    {
        var sorted = answers.OrderBy(a => a.Score).ToArray();
        return sorted.Chunk(Math.Max(1, (sorted.Length + 9) / 10))
            .Sum(bin => Math.Abs(bin.Average(a => a.Score) - bin.Average(a => a.Nearest == a.Query.ExpectId ? 1.0 : 0)) * bin.Length / sorted.Length);
    }
}

/// <summary>One query as it was answered.</summary>
/// <param name="Query">What was asked.</param>
/// <param name="Nearest">The nearest entry, threshold or not.</param>
/// <param name="Answered">The entry that was answered with; null for a refusal.</param>
/// <param name="Score">Chance, 0 to 1, that the query is in scope and the nearest entry right.</param>
internal sealed record GenericAnswer(GenericQuery Query, string? Nearest, string? Answered, double Score);
