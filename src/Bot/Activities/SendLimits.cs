using System.Collections.Concurrent;
using Bot.Storage;
using Microsoft.Extensions.Options;

namespace Bot.Activities;

/// <summary>The rates that Teams grants a bot, kept before Teams has to say so. Where several processes send, each keeps to an equal share.</summary>
public sealed class SendLimits(IOptions<ActivityOptions> options, TimeProvider time, Replicas replicas)
{
    private const int Many = 4_096;

    private static readonly (int, TimeSpan)[] Messages =
        [(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1_800, TimeSpan.FromHours(1))];

    private static readonly (int, TimeSpan)[] Rosters =
        [(14, TimeSpan.FromSeconds(1)), (16, TimeSpan.FromSeconds(2)), (120, TimeSpan.FromSeconds(30)), (3_600, TimeSpan.FromHours(1))];

    private static readonly (int, TimeSpan)[] Everything = [(30, TimeSpan.FromSeconds(1))];

    private readonly TimeSpan _longestWait = TimeSpan.FromSeconds(options.Value.LongestRetryAfterSeconds);
    private readonly ConcurrentDictionary<(string, bool), SlidingWindows> _conversations = new();
    private readonly ConcurrentDictionary<string, SlidingWindows> _services = new();
    private long _forgotten;

    /// <returns>Null once the call may be made; else how long it would have to wait, which is longer than a turn can.</returns>
    internal async ValueTask<TimeSpan?> WaitAsync(ConnectorRequest call, CancellationToken ct)
    {
        if (call.ConversationId is { } conversation && await WaitAsync(OfConversation(conversation, call.IsRoster), ct) is { } tooLong)
            return tooLong;

        // Teams counts for each tenant, and the address of a service holds the tenant.
        return await WaitAsync(_services.GetOrAdd(call.ServiceUrl.AbsoluteUri, static _ => new SlidingWindows(Everything)), ct);
    }

    private async ValueTask<TimeSpan?> WaitAsync(SlidingWindows windows, CancellationToken ct)
    {
        var wait = windows.Take(time.GetUtcNow(), _longestWait, replicas.Alive);
        if (wait > _longestWait)
            return wait;
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, ct);
        return null;
    }

    private SlidingWindows OfConversation(string conversation, bool isRoster)
    {
        if (_conversations.Count >= Many)
            ForgetOld(time.GetUtcNow());
        return _conversations.GetOrAdd((conversation, isRoster), static key => new SlidingWindows(key.Item2 ? Rosters : Messages));
    }

    private void ForgetOld(DateTimeOffset now)
    {
        var forgotten = Interlocked.Read(ref _forgotten);
        if (now.UtcTicks - forgotten < TimeSpan.TicksPerMinute || Interlocked.CompareExchange(ref _forgotten, now.UtcTicks, forgotten) != forgotten)
            return;
        foreach (var (key, windows) in _conversations)
        {
            if (windows.IsForgottenAt(now))
                _conversations.TryRemove(new(key, windows));
        }
    }
}
