using System.Globalization;

namespace Bot.LocalChat;

/// <summary>The chats of this run, in memory only; those longest unused are forgotten first.</summary>
internal sealed class Conversations(TimeProvider time)
{
    private const int KeptConversations = 50;

    private readonly Lock gate = new();
    private readonly Dictionary<string, (Conversation Conversation, long LastUsed)> byId = new(StringComparer.Ordinal);
    private long lastId = time.GetUtcNow().ToUnixTimeMilliseconds();

    // Event ids name the run, because after a restart the numbers begin again.
    private readonly string run = time.GetUtcNow().ToUnixTimeMilliseconds().ToString("x", CultureInfo.InvariantCulture);

    public string EventId(long number) => string.Create(CultureInfo.InvariantCulture, $"{run}-{number}");

    /// <summary>The number in an event id of this run; 0, from the beginning, for any other.</summary>
    public long NumberOf(string? eventId) =>
        eventId is not null
        && eventId.StartsWith(run + "-", StringComparison.Ordinal)
        && long.TryParse(eventId.AsSpan(run.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public string NextActivityId() => Interlocked.Increment(ref lastId).ToString(CultureInfo.InvariantCulture);

    public Conversation Get(string id)
    {
        lock (gate)
        {
            var conversation = byId.TryGetValue(id, out var known) ? known.Conversation : new Conversation();
            byId[id] = (conversation, time.GetTimestamp());
            if (byId.Count > KeptConversations)
                ForgetOldest(id);
            return conversation;
        }
    }

    private void ForgetOldest(string exceptId)
    {
        var oldest = byId
            .Where(entry => entry.Key != exceptId)
            .OrderBy(entry => entry.Value.Conversation.HasListeners)
            .ThenBy(entry => entry.Value.LastUsed)
            .First();
        byId.Remove(oldest.Key);
        oldest.Value.Conversation.Close();
    }
}
