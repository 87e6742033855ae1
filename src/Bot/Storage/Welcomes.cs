using Dapper;

namespace Bot.Storage;

/// <summary>One welcome for each conversation, however many processes hear of it.</summary>
public sealed class Welcomes(Database database, TimeProvider time)
{
    /// <summary>True for exactly one caller until the conversation is forgotten; stored before it returns.</summary>
    public async Task<bool> TryClaimAsync(string conversationId, CancellationToken ct) =>
        await ExecuteAsync(
            "insert into welcome (conversation_id, at) values (@Id, @At) on conflict (conversation_id) do nothing",
            new { Id = Keys.Of(conversationId), At = time.GetUtcNow() }, ct) == 1;

    /// <summary>For when the bot is removed from a conversation, or a claimed welcome could not be sent.</summary>
    public async Task ForgetAsync(string conversationId, CancellationToken ct) =>
        await ExecuteAsync("delete from welcome where conversation_id = @Id", new { Id = Keys.Of(conversationId) }, ct);

    private async Task<int> ExecuteAsync(string sql, object parameters, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: ct));
    }
}
