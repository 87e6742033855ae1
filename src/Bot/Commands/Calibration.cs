using System.Globalization;
using Answers;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Records;
using Bot.Knowledge.Releases;

namespace Bot.Commands;

/// <summary><c>eval --calibration</c>: how far the confidence that is said lies from what was right, on questions kept from the engine.</summary>
internal static class Calibration
{
    private const int Bins = 10;

    public static int Run(Content content, IReadOnlyList<RecordName> names)
    {
        var held = AnswerEngine.HoldBack(EngineSource.From(content, names)).OrderBy(h => h.Confidence).ToArray();
        Console.WriteLine("said   right  questions");
        foreach (var bin in InBins(held))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{100 * Said(bin),4:F0} %  {100 * Right(bin),4:F0} %  {bin.Count}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"expected calibration error  {Error(held):F4}  ({held.Length} held-back questions)"));
        return ExitCodes.Done;
    }

    /// <summary>Expected calibration error over ten bins of equal weight.</summary>
    /// <param name="held">By confidence, lowest first.</param>
    public static double Error(IReadOnlyList<HeldBack> held) =>
        InBins(held).Sum(bin => Math.Abs(Said(bin) - Right(bin)) * bin.Sum(h => h.Weight)) / Math.Max(1e-9, held.Sum(h => h.Weight));

    private static List<List<HeldBack>> InBins(IReadOnlyList<HeldBack> held)
    {
        var bins = new List<List<HeldBack>> { new() };
        var (size, filled) = (held.Sum(h => h.Weight) / Bins, 0.0);
        foreach (var one in held)
        {
            if (filled >= size && bins.Count < Bins)
            {
                bins.Add([]);
                filled = 0;
            }

            bins[^1].Add(one);
            filled += one.Weight;
        }

        return bins;
    }

    private static double Said(List<HeldBack> bin) => bin.Sum(h => h.Confidence * h.Weight) / bin.Sum(h => h.Weight);

    private static double Right(List<HeldBack> bin) => bin.Sum(h => h.Right ? h.Weight : 0) / bin.Sum(h => h.Weight);
}
