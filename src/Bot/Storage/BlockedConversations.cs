using System.Collections.Concurrent;
using System.Data.Common;
using System.Security.Cryptography;
using Dapper;

namespace Bot.Storage;

/// <summary>Conversations that refuse our messages, until they speak to us. Kept by a digest, so a row does not say whose it is.</summary>
public sealed class BlockedConversations(Database database, TimeProvider time, ILogger<BlockedConversations> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    // What the table held lately, so that a turn need not ask it.
    private readonly ConcurrentDictionary<string, bool> _known = new();

    /// <summary>Never throws for the database: what is not kept now is met again with the next message.</summary>
    public async Task RememberAsync(string conversationId, string reason, CancellationToken ct)
    {
        var key = KeyOf(conversationId);
        _known[key] = true;
        try
        {
            await ExecuteAsync("""
                insert into blocked_conversation (key, reason, at) values (@key, @reason, @at)
                on conflict (key) do update set reason = excluded.reason, at = excluded.at
                """, new { key, reason, at = time.GetUtcNow() }, ct);
        }
        catch (Exception e) when (e is DbException or TimeoutException or IOException)
        {
            Log.BlockNotKept(log, Faults.Describe(e));
        }
    }

    /// <summary>Why nothing arrives there, in words; null where nothing is known against it.</summary>
    public async ValueTask<string?> ReasonAsync(string conversationId, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(
            "select reason from blocked_conversation where key = @key", new { key = KeyOf(conversationId) }, cancellationToken: ct));
    }

    /// <summary>Forgets the block, if there is one: who speaks to us listens.</summary>
    /// <param name="conversationId">Which.</param>
    /// <param name="anew">It was just installed or joined, so the table is asked even where this process knows of no block.</param>
    /// <param name="ct">Gives up.</param>
    public async ValueTask HeardFromAsync(string conversationId, bool anew, CancellationToken ct)
    {
        if (_known.IsEmpty && !anew)
            return;
        var key = KeyOf(conversationId);
        if (!anew && !_known.ContainsKey(key))
            return;
        await ExecuteAsync("delete from blocked_conversation where key = @key", new { key }, ct);
        _known.TryRemove(key, out _);
    }

    /// <summary>Learns what other replicas have met.</summary>
    internal async Task RefreshAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var keys = (await connection.QueryAsync<string>(new CommandDefinition("select key from blocked_conversation", cancellationToken: ct))).ToHashSet();
        foreach (var key in keys)
            _known[key] = true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (Exception e) when (e is DbException or TimeoutException or IOException)
            {
                Log.BlocksNotRead(log, Faults.Describe(e));
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static string KeyOf(string conversationId) =>
        Convert.ToHexStringLower(SHA256.HashData(Keys.Bytes(ConversationReference.IdOf(conversationId))).AsSpan(0, 16));

    private async Task ExecuteAsync(string sql, object parameters, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: ct));
    }
}
