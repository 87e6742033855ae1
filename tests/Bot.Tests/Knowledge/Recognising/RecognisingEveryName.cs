using System.Collections.Concurrent;

namespace Bot.Tests.Knowledge.Recognising;

/// <summary>Every name in the files, asked in three wordings, gets what the files say.</summary>
public sealed class RecognisingEveryName(ITestOutputHelper output)
{
    private static readonly string[] Wordings =
        ["Which footprint is {0} in?", "what integrated care system does {0} belong to", "which stp was {0} in, and which icb is it in now"];

    [Fact]
    public async Task AsWritten()
    {
        var share = await AskAllAsync(RecordedName.All.Select(n => (n, n.Name)));
        Assert.InRange(share, 0.995, 1);
    }

    [Fact]
    public async Task WithOneSlip()
    {
        var slips = new Slips(20_181_130);
        var names = RecordedName.All.Where(n => n.Name.Count(char.IsAsciiLetter) >= 5 && n.Kind != "trust code").Select(n => (n, slips.In(n.Name)));
        var share = await AskAllAsync(names.ToArray());
        Assert.InRange(share, 0.97, 1);
    }

    private async Task<double> AskAllAsync(IEnumerable<(RecordedName Name, string Typed)> names)
    {
        var asking = await Asking.StartAsync();
        var questions = names.SelectMany(n => Wordings.Select((w, i) => (n.Name, Text: string.Format(null, w, i == 2 ? n.Typed.ToLowerInvariant() : n.Typed)))).ToArray();
        var misses = new ConcurrentBag<string>();
        var kinds = new ConcurrentDictionary<string, int>();
        Parallel.ForEach(questions, q =>
        {
            if (asking.Fault(q.Text, q.Name.Standings) is not { } fault) return;
            misses.Add($"{q.Name.Kind} | {q.Name.Name} | {q.Text} | {fault}");
            kinds.AddOrUpdate(q.Name.Kind, 1, (_, n) => n + 1);
        });
        foreach (var miss in misses.Order(StringComparer.Ordinal)) output.WriteLine(miss);
        foreach (var (kind, count) in kinds) output.WriteLine($"{kind}: {count} of {questions.Count(q => q.Name.Kind == kind)}");
        output.WriteLine($"{questions.Length - misses.Count} of {questions.Length} right");
        return 1 - ((double)misses.Count / questions.Length);
    }
}
