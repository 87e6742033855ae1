using System.Security.Cryptography;
using Dapper;

namespace Bot.Storage;

/// <summary>Wishes until they are met, given up, or older than the settings allow.</summary>
public sealed class Wishes(Database database, PersonKeys people, TimeProvider time)
{
    /// <summary>More than anyone needs.</summary>
    public const int Most = 20;

    public const int LongestQuestion = 500;

    private const string Columns = "id, conversation_id, question, held_against, at";

    /// <summary>The same wish twice is one.</summary>
    /// <returns>Its id; null where a person has too many.</returns>
    public async Task<string?> AddAsync(string userId, Wish wish, CancellationToken ct)
    {
        var person = await people.OfAsync(userId, ct);
        var question = Keys.Text(wish.Question, LongestQuestion);
        var id = Convert.ToHexStringLower(SHA256.HashData(Keys.Bytes($"{person}\n{question}")).AsSpan(0, 16));
        await using var connection = await database.OpenAsync(ct);
        var others = await connection.ExecuteScalarAsync<long>(new CommandDefinition("select count(*) from wish where person = @person and id <> @id", new { person, id }, cancellationToken: ct));
        if (others >= Most) return null;
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into wish (id, person, conversation_id, question, held_against, at) values (@id, @person, @Conversation, @question, @HeldAgainst, @Now)
            on conflict (id) do update set conversation_id = excluded.conversation_id, held_against = excluded.held_against, at = excluded.at
            """,
            new { id, person, Conversation = Keys.Of(wish.ConversationId), question, wish.HeldAgainst, Now = time.GetUtcNow() }, cancellationToken: ct));
        return id;
    }

    /// <summary>Those that were not asked of this state of the knowledge base yet, the oldest first.</summary>
    public async Task<IReadOnlyList<Wish>> NotHeldAgainstAsync(string state, int days, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return (await connection.QueryAsync<Wish>(new CommandDefinition(
            $"select {Columns} from wish where held_against <> @state and at >= @oldest order by at, id limit 100",
            new { state, oldest = time.GetUtcNow().AddDays(-days) }, cancellationToken: ct))).AsList();
    }

    public Task HoldAgainstAsync(string id, string state, CancellationToken ct) => ExecuteAsync("update wish set held_against = @state where id = @id", new { id, state }, ct);

    /// <summary>Its answer was handed to the outbox, which sends it once.</summary>
    public Task DoneAsync(string id, CancellationToken ct) => ExecuteAsync("delete from wish where id = @id", new { id }, ct);

    /// <summary>False where it is not there any more, or not this person's.</summary>
    public async Task<bool> GiveUpAsync(string userId, string id, CancellationToken ct) =>
        await ExecuteAsync("delete from wish where id = @id and person = @person", new { id = Keys.Of(id), person = await people.OfAsync(userId, ct) }, ct) == 1;

    private async Task<int> ExecuteAsync(string sql, object parameters, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: ct));
    }
}
