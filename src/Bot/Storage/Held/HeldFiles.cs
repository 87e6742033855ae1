using Dapper;

namespace Bot.Storage.Held;

/// <summary>Files that were offered to a person within the last hour, such as a pack with their notes. Kept by chat, so the chat leads to them.</summary>
public sealed class HeldFiles(Database database, ConversationReferences conversations) : IHeldAboutPerson
{
    public IReadOnlyCollection<string> Tables { get; } = ["file_offer"];

    public async Task<Holding> ReadAsync(string userId, CancellationToken ct) =>
        new((int)await RunAsync(userId, (connection, command) => connection.ExecuteScalarAsync<long>(command), "select count(*) from file_offer where conversation = @conversation", ct),
            "file that I offered you", "files that I offered you");

    public async Task<int> DeleteAsync(string userId, CancellationToken ct) =>
        (int)await RunAsync(userId, async (connection, command) => await connection.ExecuteAsync(command), "delete from file_offer where conversation = @conversation", ct);

    private async Task<long> RunAsync(string userId, Func<System.Data.Common.DbConnection, CommandDefinition, Task<long>> run, string sql, CancellationToken ct)
    {
        if (await conversations.FindPersonalAsync(userId, ct) is not { } chat) return 0;
        await using var connection = await database.OpenAsync(ct);
        return await run(connection, new CommandDefinition(sql, new { conversation = OfferedFiles.Digest(chat.Id) }, cancellationToken: ct));
    }
}
