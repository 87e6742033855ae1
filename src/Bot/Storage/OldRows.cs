using Bot.Storage.Governors;
using Dapper;

namespace Bot.Storage;

/// <param name="Questions">Texts of unanswered questions, and words beside votes.</param>
/// <param name="Turns">Last turns.</param>
/// <param name="Messages">What is left of messages that were sent, and those that could not be sent.</param>
public sealed record Swept(int Questions, int Turns, int Messages);

/// <summary>Rows that have been kept for long enough.</summary>
public sealed class OldRows(Database database, Terms terms, TimeProvider time)
{
    // Redelivery, an edit or a reaction that matters comes soon.
    private static readonly TimeSpan SeenFor = TimeSpan.FromDays(1);

    public async Task<Swept> DeleteAsync(int days, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.OpenAsync(ct);
        var before = now.AddDays(-days);
        var swept = new Swept(
            await ExecuteAsync("delete from question where at < @before", before) + await ExecuteAsync("delete from feedback_words where at < @before", before),
            await ExecuteAsync("delete from last_turn where at < @before", before),
            await ExecuteAsync("delete from outbox where state in ('sent', 'dead') and due < @before", before));
        await ExecuteAsync("delete from recent_answer where at < @before", before);
        await ExecuteAsync("delete from wish where at < @before", before);
        await ExecuteAsync("delete from gap_settled where not for_good and at < @before", before);
        await ExecuteAsync("delete from seen where at < @before", now - SeenFor);
        await ExecuteAsync("delete from seen_together where at < @before", now - SeenFor);
        await ExecuteAsync("delete from conversation_turn where at < @before", now - SeenFor);
        await ExecuteAsync("delete from waiting_turn where alive_until < @before", now - SeenFor);
        await ExecuteAsync("delete from given_answer where at < @before", now - SeenFor);
        await terms.SweepAsync(DateOnly.FromDateTime(now.UtcDateTime), ct);
        return swept;

        Task<int> ExecuteAsync(string sql, DateTimeOffset before) =>
            connection.ExecuteAsync(new CommandDefinition(sql, new { before }, cancellationToken: ct));
    }
}
