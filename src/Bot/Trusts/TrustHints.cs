using Bot.Knowledge.Records;
using Bot.Turns;

namespace Bot.Trusts;

/// <summary>The first suggestion that any source has, soon or not at all: a person is waiting for the list behind it.</summary>
public sealed class TrustHints(IEnumerable<ITrustHint> hints, TimeProvider time)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1.5);

    public async ValueTask<TrustSuggestion?> FindAsync(TurnContext turn, RecordBook records, CancellationToken ct)
    {
        using var soon = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, soon.Token);
        try
        {
            foreach (var hint in hints)
                if (await hint.FindAsync(turn, records, either.Token) is { } found) return found;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // The list alone will do.
        }

        return null;
    }
}
