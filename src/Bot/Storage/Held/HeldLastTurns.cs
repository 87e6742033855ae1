using Dapper;

namespace Bot.Storage.Held;

/// <summary>The last questions of a person, one for each chat.</summary>
public sealed class HeldLastTurns(Database database, LastTurns turns) : IHeldAboutPerson
{
    public IReadOnlyCollection<string> Tables { get; } = ["last_turn"];

    public async Task<Holding> ReadAsync(string userId, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var count = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "select count(*) from last_turn where user_id = @user", new { user = Keys.Of(userId) }, cancellationToken: ct));
        return new Holding((int)count, "note of your last question, for follow-up questions", "notes of your last questions, one for each chat");
    }

    public async Task<int> DeleteAsync(string userId, CancellationToken ct)
    {
        var count = (await ReadAsync(userId, ct)).Count;
        await turns.ForgetPersonAsync(userId, ct);
        return count;
    }
}
