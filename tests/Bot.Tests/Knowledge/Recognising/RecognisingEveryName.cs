using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Bot.Tests.Knowledge.Recognising;

/// <summary>Every name in the files, asked in three wordings, gets what the files say.</summary>
public sealed class RecognisingEveryName(ITestOutputHelper output)
{
    private static readonly string[] Wordings =
        ["Which footprint is {0} in?", "what integrated care system does {0} belong to", "which stp was {0} in, and which icb is it in now"];

    // What is wrong and stays so is in Misses.approved.txt with the reason, one name a line.
    [Fact]
    public async Task AsWritten()
    {
        var (share, missed) = await AskAllAsync([.. RecordedName.All.Select(n => (n, n.Name))]);

        Assert.InRange(share, 0.995, 1);
        Assert.Equal([.. Approved()], missed);
    }

    [Fact]
    public async Task WithOneSlip()
    {
        var slips = new Slips(20_181_130);
        var names = RecordedName.All.Where(n => n.Name.Count(char.IsAsciiLetter) >= 5 && n.Kind != "trust code");

        var (share, _) = await AskAllAsync([.. names.Select(n => (n, slips.In(n.Name)))]);

        Assert.InRange(share, 0.97, 1);
    }

    private static IEnumerable<string> Approved([CallerFilePath] string here = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "Misses.approved.txt")).Where(l => l.Length > 0 && l[0] != '#').Select(l => l[..l.IndexOf(':', StringComparison.Ordinal)]);

    private async Task<(double Share, IReadOnlyList<string> Missed)> AskAllAsync(IReadOnlyList<(RecordedName Name, string Typed)> names)
    {
        var asking = await Asking.StartAsync();
        var questions = names.SelectMany(n => Wordings.Select((w, i) => (n.Name, Text: string.Format(null, w, i == 2 ? n.Typed.ToLowerInvariant() : n.Typed)))).ToArray();
        var misses = new ConcurrentBag<(string Name, string Line)>();
        var watch = Stopwatch.StartNew();
        Parallel.ForEach(questions, q =>
        {
            if (asking.Fault(q.Text, q.Name.Standings) is { } fault) misses.Add(($"{q.Name.Kind} {q.Name.Name}", $"{q.Name.Kind} {q.Name.Name} | {q.Text} | {fault}"));
        });
        foreach (var (_, line) in misses.OrderBy(m => m.Line, StringComparer.Ordinal)) output.WriteLine(line);
        output.WriteLine($"{questions.Length - misses.Count} of {questions.Length} right, in {watch.Elapsed.TotalSeconds:F1} s");
        return (1 - ((double)misses.Count / questions.Length), [.. misses.Select(m => m.Name).Distinct().Order(StringComparer.Ordinal)]);
    }
}
