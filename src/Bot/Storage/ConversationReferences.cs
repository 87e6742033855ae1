using Dapper;

namespace Bot.Storage;

/// <summary>Keeps where each conversation can be written to, until the bot is removed from it or the person says to forget.</summary>
public sealed class ConversationReferences(Database database, WriteQueue queue, PersonKeys people, TimeProvider time)
{
    private const string Columns = "id, channel_id, service_url, kind, tenant_id, bot_id, user_id, team_id";

    private const string Upsert = $"""
        insert into conversation ({Columns}, person, at)
        values (@Id, @ChannelId, @ServiceUrl, @Kind, @TenantId, @BotId, @UserId, @TeamId, @Person, @At)
        on conflict (id) do update set channel_id = excluded.channel_id, service_url = excluded.service_url, kind = excluded.kind,
          tenant_id = excluded.tenant_id, bot_id = excluded.bot_id, user_id = excluded.user_id, team_id = excluded.team_id,
          person = excluded.person, at = excluded.at
        """;

    private const string Bury =
        "update outbox set state = 'dead', body = null, reason = 'The guide was removed from this conversation.' where state = 'waiting' and";

    private readonly Recent<string, int> _kept = new(8192);

    /// <summary>Stores the reference where this process has not just done so; a turn normally writes nothing.</summary>
    /// <param name="reference">What an activity says of its conversation.</param>
    /// <param name="anew">Stores it in any case, for when another process may have deleted it.</param>
    /// <param name="ct">Gives up.</param>
    public ValueTask KeepAsync(ConversationReference reference, bool anew, CancellationToken ct)
    {
        var print = reference.GetHashCode();
        return !anew && _kept.TryGet(reference.Id, out var known) && known == print ? default : StoreAsync(reference, print, ct);
    }

    public Task<ConversationReference?> FindAsync(string conversationId, CancellationToken ct) =>
        FindAsync("where id = @key", ConversationReference.IdOf(conversationId), ct);

    /// <summary>The conversation with this one person, if there is one.</summary>
    public async Task<ConversationReference?> FindPersonalAsync(string userId, CancellationToken ct) =>
        await FindAsync("where person = @key order by at desc limit 1", await people.OfAsync(userId, ct), ct);

    /// <summary>For when the bot has left it. What waits to be sent there becomes a dead letter without its text.</summary>
    public Task ForgetAsync(string conversationId, CancellationToken ct)
    {
        var id = ConversationReference.IdOf(conversationId);
        _kept.Remove(id);
        return DeleteAsync("id = @key", id, Bury, ct);
    }

    /// <summary>Every channel of a team, for when the bot is removed from it.</summary>
    public Task ForgetTeamAsync(string teamId, CancellationToken ct)
    {
        _kept.Clear();
        return DeleteAsync("team_id = @key", teamId, Bury, ct);
    }

    /// <summary>The conversation with this one person, and every trace in the outbox of what was or will be sent there.</summary>
    public async Task ForgetPersonAsync(string userId, CancellationToken ct)
    {
        _kept.Clear();
        await DeleteAsync("person = @key", await people.OfAsync(userId, ct), "delete from outbox where", ct);
    }

    private async ValueTask StoreAsync(ConversationReference reference, int print, CancellationToken ct)
    {
        // An id that no key can hold could not be written to either.
        if (Keys.Of(reference.Id) != reference.Id) return;
        var person = reference.UserId is { } user ? await people.OfAsync(user, ct) : null;
        await queue.EnqueueAsync(new Write(Upsert, new
        {
            reference.Id,
            ChannelId = Short(reference.ChannelId),
            ServiceUrl = Keys.Text(reference.ServiceUrl, 1000),
            Kind = Short(reference.Kind),
            TenantId = Short(reference.TenantId),
            BotId = Short(reference.BotId),
            UserId = Short(reference.UserId),
            TeamId = Short(reference.TeamId),
            Person = person,
            At = time.GetUtcNow(),
        }), ct);
        _kept.Set(reference.Id, print);
    }

    private async Task<ConversationReference?> FindAsync(string where, string key, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<ConversationReference>(new CommandDefinition(
            $"select {Columns} from conversation {where}", new { key }, cancellationToken: ct));
    }

    // Through the queue, so that nothing kept before comes back behind it.
    private async Task DeleteAsync(string where, string key, string andInTheOutbox, CancellationToken ct)
    {
        await queue.EnqueueAsync(new Write($"{andInTheOutbox} reference_id in (select id from conversation where {where})", new { key }), ct);
        await queue.EnqueueAsync(new Write($"delete from conversation where {where}", new { key }), ct);
        await queue.FlushAsync(ct);
    }

    private static string? Short(string? text) => text is null ? null : Keys.Of(text);
}
