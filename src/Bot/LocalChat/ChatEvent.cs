namespace Bot.LocalChat;

/// <summary>What a page hears of: a message, an update, a delete or a typing sign. Data is one JSON object.</summary>
internal sealed record ChatEvent(long Number, string Kind, string Data)
{
    /// <summary>Tells the page that the line is alive; not counted and not kept.</summary>
    public static ChatEvent Heartbeat { get; } = new(0, "heartbeat", "");
}
