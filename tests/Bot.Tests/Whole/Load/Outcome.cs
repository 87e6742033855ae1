using System.Diagnostics;

namespace Bot.Tests.Whole.Load;

/// <summary>What became of the messages of one sender.</summary>
internal sealed record Outcome(int Sent, int TriedAgain, int AnsweredOnce, int Twice, int Lost, double P50, double P99)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    /// <summary>Waits for answers that are still under way: a turn that a dead replica held is taken over a quarter of a minute later.</summary>
    public static async Task<Outcome> OfAsync(Sender sender, CountingConnector connector, CancellationToken ct)
    {
        string[] taken = [.. sender.AtOnce, .. sender.TriedAgain];
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience && taken.Any(id => !connector.Answers.ContainsKey(id));) await Task.Delay(200, ct);
        // A second answer to the last ones would come now.
        await Task.Delay(500, ct);
        var times = taken.Select(id => connector.Answers.GetValueOrDefault(id)).ToArray();
        double[] waits = [.. sender.Milliseconds.Order(), 0];
        return new Outcome(
            sender.Sent, sender.TriedAgain.Count, times.Count(t => t == 1), times.Count(t => t > 1), times.Count(t => t == 0) + sender.NeverTaken.Count,
            waits[waits.Length / 2], waits[waits.Length * 99 / 100]);
    }

    public override string ToString() => $"{Sent} sent, {TriedAgain} sent again, {AnsweredOnce} answered once, {Twice} twice, {Lost} lost";
}
