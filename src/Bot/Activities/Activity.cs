using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Activities;

/// <summary>What a channel sends us: for reading only. Fields we do not know are kept in <see cref="Unknown"/>.</summary>
public sealed class Activity
{
    public string? Type { get; init; }
    public string? Id { get; init; }
    public DateTimeOffset? Timestamp { get; init; }
    public DateTimeOffset? LocalTimestamp { get; init; }
    public string? LocalTimezone { get; init; }
    public string? ChannelId { get; init; }
    public string? ServiceUrl { get; init; }
    public ChannelAccount? From { get; init; }
    public ChannelAccount? Recipient { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public string? Text { get; init; }
    public string? TextFormat { get; init; }
    public string? Summary { get; init; }
    public string? Locale { get; init; }
    public string? ReplyToId { get; init; }
    public string? DeliveryMode { get; init; }
    public string? Importance { get; init; }
    public string? InputHint { get; init; }

    /// <summary>The name of an invoke or event.</summary>
    public string? Name { get; init; }

    /// <summary>What an installationUpdate is about: add, add-upgrade, remove or remove-upgrade.</summary>
    public string? Action { get; init; }

    public JsonElement? Value { get; init; }
    public JsonElement? ChannelData { get; init; }
    public IReadOnlyList<Entity>? Entities { get; init; }
    public IReadOnlyList<Attachment>? Attachments { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }
    public IReadOnlyList<MessageReaction>? ReactionsAdded { get; init; }
    public IReadOnlyList<MessageReaction>? ReactionsRemoved { get; init; }

    // Source generation cannot fill extension data through init.
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }

    [JsonIgnore]
    public bool IsInvoke => Type == ActivityTypes.Invoke;

    [JsonIgnore]
    public bool IsMessage => Type == ActivityTypes.Message;

    [JsonIgnore]
    public bool ExpectsReplies => !IsInvoke && string.Equals(DeliveryMode, "expectReplies", StringComparison.OrdinalIgnoreCase);
}

public sealed record ChannelAccount
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? AadObjectId { get; init; }
    public string? Role { get; init; }

    /// <summary>On a receiver: nobody else in the conversation sees the message.</summary>
    public bool? IsTargeted { get; init; }
}

public sealed record ConversationAccount
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? ConversationType { get; init; }
    public string? TenantId { get; init; }
    public bool? IsGroup { get; init; }
}

public sealed record Entity
{
    public string? Type { get; init; }
    public ChannelAccount? Mentioned { get; init; }
    public string? Text { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}

public sealed record Attachment
{
    public string? ContentType { get; init; }
    public JsonElement? Content { get; init; }
    public string? ContentUrl { get; init; }
    public string? Name { get; init; }
}

public sealed record MessageReaction
{
    public string? Type { get; init; }
}
