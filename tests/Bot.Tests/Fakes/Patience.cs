namespace Bot.Tests.Fakes;

/// <summary>Limits that no busy machine reaches, for every test that is not about a limit.</summary>
internal static class Patience
{
    public static IReadOnlyList<KeyValuePair<string, string?>> Settings { get; } =
    [
        new("Bot:Activities:InvokeSeconds", "14"),
        new("Bot:Activities:ExpectRepliesSeconds", "14"),
        new("Bot:Activities:TurnSeconds", "300"),
        new("Bot:Activities:AcknowledgeSeconds", "10"),
        new("Bot:Activities:QueueWaitSeconds", "10"),
        // A typing sign would meet the answer that was scripted for the message.
        new("Bot:Activities:TypingAfterSeconds", "60"),
        new("Bot:Activities:RetryDelaySeconds", "0.01"),
    ];
}
