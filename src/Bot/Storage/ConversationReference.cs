namespace Bot.Storage;

/// <summary>Where a conversation can be written to first, long after its last activity.</summary>
public sealed record ConversationReference
{
    private const string Thread = ";messageid=";

    /// <summary>The conversation's id; of a channel the channel's, without the thread.</summary>
    public required string Id { get; init; }

    public required string ChannelId { get; init; }

    public required string ServiceUrl { get; init; }

    /// <summary>personal, groupChat or channel.</summary>
    public string? Kind { get; init; }

    public string? TenantId { get; init; }

    public string? BotId { get; init; }

    /// <summary>Only where the conversation is with one person.</summary>
    public string? UserId { get; init; }

    public string? TeamId { get; init; }

    public static bool IsThread(string conversationId) => conversationId.Contains(Thread, StringComparison.OrdinalIgnoreCase);

    /// <summary>Every thread of a channel shares the channel's reference.</summary>
    public static string IdOf(string conversationId)
    {
        var thread = conversationId.IndexOf(Thread, StringComparison.OrdinalIgnoreCase);
        return thread < 0 ? conversationId : conversationId[..thread];
    }
}
