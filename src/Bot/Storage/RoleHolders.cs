using Dapper;

namespace Bot.Storage;

/// <summary>Somebody with a role in the knowledge base, and where they were last heard.</summary>
public sealed record RoleHolder
{
    public required string ObjectId { get; init; }

    /// <summary>As Teams calls them towards this bot.</summary>
    public required string UserId { get; init; }

    public required string ConversationId { get; init; }
}

/// <summary>Keeps how people with a role can be written to first. Their role is not kept: it is looked up each time.</summary>
public sealed class RoleHolders(Database database, WriteQueue queue, TimeProvider time)
{
    private const string Upsert = """
        insert into role_holder (object_id, user_id, conversation_id, at) values (@ObjectId, @UserId, @ConversationId, @At)
        on conflict (object_id) do update set user_id = excluded.user_id, conversation_id = excluded.conversation_id, at = excluded.at
        """;

    private readonly Recent<string, RoleHolder> _noted = new(1_024);

    /// <summary>Stores what this process has not just stored.</summary>
    public ValueTask NoteAsync(string objectId, string userId, string conversationId, CancellationToken ct)
    {
        var holder = new RoleHolder { ObjectId = objectId, UserId = Keys.Of(userId), ConversationId = Keys.Of(ConversationReference.IdOf(conversationId)) };
        return _noted.TryGet(objectId, out var known) && known == holder ? default : StoreAsync(holder, ct);
    }

    public async Task<IReadOnlyList<RoleHolder>> ListAsync(CancellationToken ct)
    {
        await queue.FlushAsync(ct);
        await using var connection = await database.OpenAsync(ct);
        return (await connection.QueryAsync<RoleHolder>(new CommandDefinition(
            "select object_id, user_id, conversation_id from role_holder order by object_id", cancellationToken: ct))).AsList();
    }

    /// <summary>Until they use their role again.</summary>
    public async Task<int> ForgetPersonAsync(string userId, CancellationToken ct)
    {
        _noted.Clear();
        await using var connection = await database.OpenAsync(ct);
        return await connection.ExecuteAsync(new CommandDefinition("delete from role_holder where user_id = @user", new { user = Keys.Of(userId) }, cancellationToken: ct));
    }

    internal async Task<int> CountAsync(string userId, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return (int)await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "select count(*) from role_holder where user_id = @user", new { user = Keys.Of(userId) }, cancellationToken: ct));
    }

    private async ValueTask StoreAsync(RoleHolder holder, CancellationToken ct)
    {
        await queue.EnqueueAsync(new Write(Upsert, new { holder.ObjectId, holder.UserId, holder.ConversationId, At = time.GetUtcNow() }), ct);
        _noted.Set(holder.ObjectId, holder);
    }
}
