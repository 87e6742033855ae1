using System.Threading.Channels;

namespace Bot.LocalChat;

/// <summary>One chat: the pages that listen to it, and its latest events for a page that comes back.</summary>
internal sealed class Conversation
{
    private const int KeptEvents = 200;
    private const int KeptCharacters = 4_000_000;
    private const int WaitingEvents = 256;

    private readonly Lock gate = new();
    private readonly Queue<ChatEvent> kept = new();
    private readonly List<Channel<ChatEvent>> listeners = [];
    private long lastNumber;
    private long keptCharacters;

    public bool HasListeners
    {
        get
        {
            lock (gate)
                return listeners.Count > 0;
        }
    }

    public void Publish(string kind, string data)
    {
        lock (gate)
        {
            var happened = new ChatEvent(++lastNumber, kind, data);
            Keep(happened);
            // A page that stopped reading is let go: it comes back with the number of its last event and is caught up.
            listeners.RemoveAll(listener => !listener.Writer.TryWrite(happened) && listener.Writer.TryComplete());
        }
    }

    public Channel<ChatEvent> Listen(long after)
    {
        var channel = Channel.CreateBounded<ChatEvent>(WaitingEvents);
        lock (gate)
        {
            foreach (var missed in kept.Where(e => e.Number > after))
                channel.Writer.TryWrite(missed);
            listeners.Add(channel);
        }
        return channel;
    }

    public void Leave(Channel<ChatEvent> channel)
    {
        lock (gate)
            listeners.Remove(channel);
    }

    /// <summary>Sends its pages away; they come back to a new conversation of the same id.</summary>
    public void Close()
    {
        lock (gate)
        {
            listeners.ForEach(listener => listener.Writer.TryComplete());
            listeners.Clear();
        }
    }

    private void Keep(ChatEvent happened)
    {
        // A typing sign is over when a page comes back.
        if (happened.Kind == "typing")
            return;
        kept.Enqueue(happened);
        keptCharacters += happened.Data.Length;
        while (kept.Count > KeptEvents || (keptCharacters > KeptCharacters && kept.Count > 1))
            keptCharacters -= kept.Dequeue().Data.Length;
    }
}
