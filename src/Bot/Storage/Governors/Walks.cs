using Dapper;

namespace Bot.Storage.Governors;

/// <summary>The walks of a person, one for each trust, until they are deleted or the term ends.</summary>
public sealed class Walks(Database database, PersonKeys people, TimeProvider time)
{
    public async ValueTask<Walk?> ReadAsync(string userId, string trust, CancellationToken ct) =>
        await OfPersonAsync(await people.OfAsync(userId, ct), trust, ct);

    /// <param name="person">Key of <see cref="PersonKeys"/>.</param>
    /// <param name="trust">Code of the trust.</param>
    /// <param name="ct">Gives up.</param>
    public async ValueTask<Walk?> OfPersonAsync(string person, string trust, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            "select trust, question, meeting, at from walk where person = @person and trust = @trust", new { person, trust = Keys.Of(trust) }, cancellationToken: ct));
        return row is null ? null : new Walk { Trust = row.Trust, Question = (int)row.Question, Meeting = Days.Read(row.Meeting), At = row.At };
    }

    /// <summary>Stored before it returns, because another device may go on from here.</summary>
    public async Task WriteAsync(string userId, Walk walk, CancellationToken ct)
    {
        var person = await people.OfAsync(userId, ct);
        await using var connection = await database.OpenAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into walk (person, trust, question, meeting, at) values (@Person, @Trust, @Question, @Meeting, @At)
            on conflict (person, trust) do update set question = excluded.question, meeting = excluded.meeting, at = excluded.at
            """,
            new { Person = person, Trust = Keys.Of(walk.Trust), Question = (long)walk.Question, Meeting = Days.Write(walk.Meeting), At = time.GetUtcNow() }, cancellationToken: ct));
    }

    private sealed record Row
    {
        public string Trust { get; init; } = "";

        public long Question { get; init; }

        public string Meeting { get; init; } = "";

        public DateTimeOffset At { get; init; }
    }
}
