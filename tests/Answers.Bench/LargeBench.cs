namespace Answers.Bench;

/// <summary>A hundred thousand entries made from recombined questions.</summary>
internal static class LargeBench
{
    private const int Entries = 100_000;

    public static void Run(Report report)
    {
        var source = Recombined.Base(BuiltInBench.Source(), Entries);
        EngineBench.Run(report, "large", source, Recombined.Queries(source, 300));
    }
}
