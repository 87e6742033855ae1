using Dapper;

namespace Bot.Storage.Governors;

/// <summary>The walks of a person, one for each trust, until they are deleted or the term ends.</summary>
public sealed class Walks(Database database, PersonKeys people, TimeProvider time)
{
    public async ValueTask<Walk?> ReadAsync(string userId, string trust, CancellationToken ct) =>
        (await AllAsync(userId, ct)).FirstOrDefault(walk => walk.Trust == trust);

    /// <summary>The latest first.</summary>
    public async ValueTask<IReadOnlyList<Walk>> AllAsync(string userId, CancellationToken ct)
    {
        var person = await people.OfAsync(userId, ct);
        await using var connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            "select trust, question, meeting, at from walk where person = @person order by at desc, trust", new { person }, cancellationToken: ct));
        return [.. rows.Select(row => new Walk { Trust = row.Trust, Question = (int)row.Question, Meeting = Days.Read(row.Meeting), At = row.At })];
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
