using System.Data.Common;
using Bot.Storage;

namespace Bot.Checkups.Looks;

/// <summary>What waits to be sent, and what could not be.</summary>
internal sealed class OutboxLook(OutboxReport outbox, Counters counters, DatabaseState database) : ICheckup
{
    private const string About = "Outbox";

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken ct)
    {
        if (!database.IsMade) return [new(About, Standing.Well, "Nothing waits to be sent.")];
        if (await database.CountRunningAsync(ct) is null) return [new(About, Standing.Note, "Not looked at, because the database did not say.", "See what is said about the database.")];
        try
        {
            var counts = (await outbox.CountsAsync(ct)).ToDictionary(count => count.State, count => count.Messages);
            var doubled = await counters.ReadAsync(OutboxRows.Doubled, ct);
            var words = $"Messages waiting: {counts.GetValueOrDefault("waiting")}. Perhaps sent twice, ever: {doubled}.";
            return [counts.GetValueOrDefault("dead") is > 0 and var dead
                ? new(About, Standing.Note, $"Messages that could not be sent: {dead}. {words}", "`outbox list` says why, `outbox retry ID` tries one again.")
                : new(About, Standing.Well, words)];
        }
        catch (DbException)
        {
            return [new(About, Standing.Note, "Not looked at, because the tables of this database are older than this program.", "The next start brings them up to date.")];
        }
    }
}
