using Bot.Knowledge.Records;
using Bot.Turns;

namespace Bot.Trusts;

/// <summary>Asks something outside which trust a person may act for. A network stands behind each one.</summary>
public interface ITrustHint
{
    /// <returns>Null where nothing points to one open trust, or nothing can be asked.</returns>
    ValueTask<TrustSuggestion?> FindAsync(TurnContext turn, RecordBook records, CancellationToken ct);
}
