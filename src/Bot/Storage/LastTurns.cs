using System.Collections.Concurrent;
using System.Text;

namespace Bot.Storage;

/// <summary>What a person last asked in a conversation, so that a follow-up can be understood.</summary>
public sealed record LastTurn
{
    public required string ConversationId { get; init; }

    public required string UserId { get; init; }

    /// <summary>At most 4 KB as UTF-8.</summary>
    public required string Json { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The message it was asked in, so that it can be forgotten with that message.</summary>
    public string? MessageId { get; init; }
}

public sealed class LastTurns(PreparedConnections connections, WriteQueue queue, ILogger<LastTurns> log)
{
    public const int MostBytes = 4096;

    private const string Upsert = """
        insert into last_turn (conversation_id, user_id, json, message_id, at) values (@Conversation, @User, @Json, @Message, @At)
        on conflict (conversation_id, user_id) do update set json = excluded.json, message_id = excluded.message_id, at = excluded.at
        """;

    private const string Select = "select json, at from last_turn where conversation_id = @Conversation and user_id = @User";

    private const string Delete = "delete from last_turn where conversation_id = @Conversation and user_id = @User";

    // What is enqueued but not yet stored; a null turn is one that is being deleted.
    private readonly ConcurrentDictionary<(string Conversation, string User), Pending> _pending = new();

    public async ValueTask<LastTurn?> ReadAsync(string conversationId, string userId, CancellationToken ct)
    {
        var (conversation, user) = (Keys.Of(conversationId), Keys.Of(userId));
        if (_pending.TryGetValue((conversation, user), out var pending))
        {
            return pending.Turn;
        }

        try
        {
            return await ReadStoredAsync(conversationId, userId, conversation, user, ct);
        }
        catch (Exception e) when (Faults.IsOutage(e))
        {
            // A question is answered without the one before it.
            Log.LastTurnNotRead(log, Faults.Describe(e));
            return null;
        }
    }

    private async Task<LastTurn?> ReadStoredAsync(string conversationId, string userId, string conversation, string user, CancellationToken ct)
    {
        var connection = await connections.RentAsync(ct);
        LastTurn? turn = null;
        try
        {
            var select = await connection.CommandAsync(Select, new { Conversation = conversation, User = user });
            await using var row = await select.ExecuteReaderAsync(ct);
            if (await row.ReadAsync(ct))
                turn = new LastTurn { ConversationId = conversationId, UserId = userId, Json = row.GetString(0), At = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)) };
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connections.ReturnAsync(connection);
        return turn;
    }

    /// <summary>False when the turn is too long to keep; then none is kept, lest an older one be taken for the last.</summary>
    public async ValueTask<bool> WriteAsync(LastTurn turn, CancellationToken ct)
    {
        var fits = turn.Json.Length <= MostBytes && Encoding.UTF8.GetByteCount(turn.Json) <= MostBytes;
        var (conversation, user) = (Keys.Of(turn.ConversationId), Keys.Of(turn.UserId));
        // A row read back must be what was written, before the commit as after it.
        var kept = fits ? turn with { Json = Keys.Text(turn.Json, MostBytes), At = DateTimeOffset.FromUnixTimeMilliseconds(turn.At.ToUnixTimeMilliseconds()) } : null;
        if (!_pending.TryGetValue((conversation, user), out var open) || !open.TryReplace(kept)) await EnqueueAsync(new Pending(conversation, user, kept), ct);
        return fits;
    }

    /// <summary>Deletes a person's last turn if this message brought it.</summary>
    public async ValueTask ForgetMessageAsync(string conversationId, string userId, string messageId, CancellationToken ct)
    {
        // What is under way is stored first, so that it cannot come back behind the delete.
        CloseAll();
        await queue.FlushAsync(ct);
        await queue.EnqueueAsync(
            new Write($"{Delete} and message_id = @Message", new { Conversation = Keys.Of(conversationId), User = Keys.Of(userId), Message = Keys.Of(messageId) }), ct);
        await queue.FlushAsync(ct);
    }

    /// <summary>Deletes every last turn of a conversation, for when the bot is removed from it.</summary>
    public async Task ForgetAsync(string conversationId, CancellationToken ct)
    {
        CloseAll();
        await queue.EnqueueAsync(
            new Write("delete from last_turn where conversation_id = @Conversation", new { Conversation = Keys.Of(conversationId) }), ct);
        await queue.FlushAsync(ct);
    }

    /// <summary>Deletes every last turn of a person, in whatever conversation.</summary>
    public async Task ForgetPersonAsync(string userId, CancellationToken ct)
    {
        var user = Keys.Of(userId);
        CloseAll();
        await queue.EnqueueAsync(new Write("delete from last_turn where user_id = @User", new { User = user }), ct);
        await queue.FlushAsync(ct);
    }

    private async ValueTask EnqueueAsync(Pending pending, CancellationToken ct)
    {
        var settle = () => { _pending.TryRemove(new((pending.Conversation, pending.User), pending)); };
        _pending[(pending.Conversation, pending.User)] = pending;
        try
        {
            await queue.EnqueueAsync(
                pending.Turn is null
                    ? new Write(Delete, new { pending.Conversation, pending.User }) { Settled = settle, CanWait = true }
                    : new Write(Upsert, pending) { Settled = settle, CanWait = true },
                ct);
            pending.StandInLine();
        }
        catch
        {
            settle();
            throw;
        }
    }

    // What stands in line already must not be undone by a delete behind it that was asked for before.
    private void CloseAll()
    {
        foreach (var pending in _pending.Values) pending.Close();
    }

    /// <summary>The row as it will be written; the next turn takes the place of this one while it waits.</summary>
    private sealed class Pending(string conversation, string user, LastTurn? turn) : OpenParameters
    {
        private volatile LastTurn? _turn = turn;
        private bool _standsInLine;

        public string Conversation => conversation;

        public string User => user;

        public string? Json => _turn?.Json;

        public string? Message => _turn?.MessageId is { } message ? Keys.Of(message) : null;

        public DateTimeOffset? At => _turn?.At;

        internal LastTurn? Turn => _turn;

        /// <summary>From now on it will be written, so that others may rely on it.</summary>
        public void StandInLine()
        {
            lock (Gate) _standsInLine = true;
        }

        /// <returns>False where this one will be written as it is.</returns>
        public bool TryReplace(LastTurn? by)
        {
            lock (Gate)
            {
                if (IsClosed || !_standsInLine || by is null || _turn is null) return false;
                _turn = by;
                return true;
            }
        }
    }
}
