using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace Bot.Storage.Governors;

/// <summary>Reminders until they are due, or cancelled.</summary>
public sealed class Reminders(Database database, PersonKeys people, TimeProvider time)
{
    /// <summary>More than anyone needs.</summary>
    public const int Most = 20;

    private const string Columns = "id, person, trust, conversation_id, meeting, due";

    /// <summary>The same reminder twice is one. False where a person has too many.</summary>
    public async Task<bool> AddAsync(string userId, Reminder reminder, CancellationToken ct)
    {
        if ((await OfAsync(userId, ct)).Count >= Most) return false;
        var person = await people.OfAsync(userId, ct);
        await ExecuteAsync(
            """
            insert into reminder (id, person, trust, conversation_id, meeting, due, at) values (@Id, @Person, @Trust, @ConversationId, @Meeting, @Due, @At)
            on conflict (id) do nothing
            """,
            new
            {
                Id = IdOf(person, reminder),
                Person = person,
                Trust = Keys.Of(reminder.Trust),
                ConversationId = Keys.Of(reminder.ConversationId),
                Meeting = Days.Write(reminder.Meeting),
                reminder.Due,
                At = time.GetUtcNow(),
            }, ct);
        return true;
    }

    /// <summary>The next one first.</summary>
    public async Task<IReadOnlyList<Reminder>> OfAsync(string userId, CancellationToken ct) =>
        await QueryAsync("where person = @Person order by due, id", new { Person = await people.OfAsync(userId, ct) }, ct);

    /// <summary>Those whose time has come, of everybody.</summary>
    public Task<IReadOnlyList<Reminder>> DueAsync(CancellationToken ct) => QueryAsync("where due <= @Now order by due, id limit 100", new { Now = time.GetUtcNow() }, ct);

    /// <summary>False where it is not there any more, or not this person's.</summary>
    public async Task<bool> CancelAsync(string userId, string id, CancellationToken ct) =>
        await ExecuteAsync("delete from reminder where id = @Id and person = @Person", new { Id = Keys.Of(id), Person = await people.OfAsync(userId, ct) }, ct) == 1;

    /// <summary>It was handed to the outbox, which sends it once.</summary>
    public Task DoneAsync(string id, CancellationToken ct) => ExecuteAsync("delete from reminder where id = @Id", new { Id = id }, ct);

    private static string IdOf(string person, Reminder reminder)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{person}\n{reminder.Trust}\n{reminder.Meeting:yyyy-MM-dd}\n{reminder.Due.ToUnixTimeMilliseconds()}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }

    private async Task<IReadOnlyList<Reminder>> QueryAsync(string where, object parameters, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition($"select {Columns} from reminder {where}", parameters, cancellationToken: ct));
        return [.. rows.Select(row => new Reminder
        {
            Id = row.Id, Person = row.Person, Trust = row.Trust, ConversationId = row.ConversationId, Meeting = Days.Read(row.Meeting) ?? default, Due = row.Due,
        })];
    }

    private async Task<int> ExecuteAsync(string sql, object parameters, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: ct));
    }

    private sealed record Row
    {
        public string Id { get; init; } = "";
        public string Person { get; init; } = "";
        public string Trust { get; init; } = "";
        public string ConversationId { get; init; } = "";
        public string Meeting { get; init; } = "";
        public DateTimeOffset Due { get; init; }
    }
}
