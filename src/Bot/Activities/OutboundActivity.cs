using System.Text.Json;

namespace Bot.Activities;

/// <summary>What we send. The channel sets id and time; <see cref="Id"/> is for updates and buffered replies.</summary>
public sealed record OutboundActivity
{
    public string Type { get; init; } = ActivityTypes.Message;
    public string? Id { get; init; }
    public DateTimeOffset? Timestamp { get; init; }
    public string? ChannelId { get; init; }
    public string? ServiceUrl { get; init; }
    public ChannelAccount? From { get; init; }
    public ChannelAccount? Recipient { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public string? ReplyToId { get; init; }
    public string? Locale { get; init; }
    public string? Text { get; init; }
    public string? TextFormat { get; init; }
    public string? Summary { get; init; }
    public string? InputHint { get; init; }
    public IReadOnlyList<OutboundAttachment>? Attachments { get; init; }
    public JsonElement? ChannelData { get; init; }

    /// <summary>Sources of the text.</summary>
    public IReadOnlyList<Citation>? Citations { get; init; }

    /// <summary>What the receiver may say next, each one press away; for a chat of two.</summary>
    public IReadOnlyList<string>? Suggestions { get; init; }

    /// <summary>Only the receiver sees it.</summary>
    internal bool IsTargeted => Recipient is { IsTargeted: true };

    /// <summary>An empty reply to an activity: sender and receiver change places.</summary>
    public static OutboundActivity ReplyTo(Activity activity) => new()
    {
        ChannelId = activity.ChannelId,
        ServiceUrl = activity.ServiceUrl,
        From = activity.Recipient,
        Recipient = activity.From,
        Conversation = activity.Conversation,
        ReplyToId = activity.Id,
        Locale = activity.Locale,
    };
}

/// <param name="ContentType">For example the media type of an Adaptive Card.</param>
/// <param name="Content">UTF-8 JSON, written as it is.</param>
public sealed record OutboundAttachment(string ContentType, ReadOnlyMemory<byte> Content)
{
    /// <summary>Writes the content where it goes, instead of <see cref="Content"/>: what is sent once need not be written apart first.</summary>
    internal Action<Utf8JsonWriter>? Write { get; init; }

    /// <summary>A file's name.</summary>
    public string? Name { get; init; }

    /// <summary>Where a file lies.</summary>
    public string? ContentUrl { get; init; }
}
