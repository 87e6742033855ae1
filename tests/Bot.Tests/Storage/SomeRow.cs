using Bot.Storage;
using Bot.Tests.Fakes;

namespace Bot.Tests.Storage;

internal static class SomeRow
{
    /// <summary>Due since the clock of <see cref="FakeTime"/> started.</summary>
    public static OutboxRow Due(string conversation, string key, TimeSpan after = default)
    {
        var now = new FakeTime().GetUtcNow();
        return new OutboxRow
        {
            Id = Guid.CreateVersion7().ToString(),
            MessageKey = key,
            Kind = "test",
            ConversationId = conversation,
            Body = $$"""{"type":"message","text":"{{key}}"}""",
            Due = now + after,
            TooLate = now + after + TimeSpan.FromDays(3),
            At = now,
        };
    }
}
