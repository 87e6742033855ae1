using Dapper;

namespace Bot.Storage;

/// <summary>The tables behind <see cref="ConversationTurns"/>.</summary>
internal sealed class TurnRows(Database database, TimeProvider time)
{
    /// <summary>How long a conversation stays with a process that shows no sign of life.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromSeconds(15);

    /// <summary>How long a place in the line is kept for a process that shows no sign of life.</summary>
    public static readonly TimeSpan Place = TimeSpan.FromSeconds(5);

    // Within one process turns keep their order already, so its own hold is no obstacle. A time that lies too far ahead was written by a wrong clock.
    private const string Take = """
        insert into conversation_turn (chat, holder, key, held_until, at) values (@Conversation, @Holder, @Key, @Until, @Now)
        on conflict (chat) do update set holder = excluded.holder, key = excluded.key, held_until = excluded.held_until, at = excluded.at
        where (conversation_turn.held_until < @Now or conversation_turn.held_until > @Wrong or conversation_turn.holder = excluded.holder)
          and not exists (
            select 1 from waiting_turn w where w.chat = excluded.chat and w.alive_until > @Now and w.alive_until < @Wrong
              and w.key <> excluded.key and (w.sent_at < @SentAt or (w.sent_at = @SentAt and w.key < excluded.key)))
        """;

    private const string Line = """
        insert into waiting_turn (key, chat, sent_at, alive_until) values (@Key, @Conversation, @SentAt, @Place)
        on conflict (key) do update set alive_until = excluded.alive_until
        """;

    /// <summary>False where another process is at it, or a turn that was sent before waits.</summary>
    public async Task<bool> TakeAsync(ConversationTurn turn, CancellationToken ct) => await ExecuteAsync(Take, turn, ct) == 1;

    public Task LineUpAsync(ConversationTurn turn, CancellationToken ct) => ExecuteAsync(Line, turn, ct);

    public Task LeaveLineAsync(ConversationTurn turn, CancellationToken ct) => ExecuteAsync("delete from waiting_turn where key = @Key", turn, ct);

    public Task RenewAsync(ConversationTurn turn, CancellationToken ct) =>
        ExecuteAsync("update conversation_turn set held_until = @Until where chat = @Conversation and key = @Key", turn, ct);

    private async Task<int> ExecuteAsync(string sql, ConversationTurn turn, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.OpenAsync(ct);
        return await connection.ExecuteAsync(new CommandDefinition(
            sql,
            new { turn.Conversation, turn.Holder, turn.Key, turn.SentAt, Now = now, Until = now + Hold, Place = now + Place, Wrong = now + Hold * 2 },
            cancellationToken: ct));
    }
}

/// <param name="Conversation">A digest of its id.</param>
/// <param name="Holder">The process.</param>
/// <param name="Key">Of the activity.</param>
/// <param name="SentAt">As the channel says.</param>
internal sealed record ConversationTurn(string Conversation, string Holder, string Key, DateTimeOffset SentAt);
