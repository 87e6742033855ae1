using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Activities;

/// <summary>What a channel sends us: for reading only. Fields we do not know are kept in <see cref="Unknown"/>.</summary>
/// <remarks>Properties have setters because the generated reader fills those that only init may set through a slow constructor.</remarks>
public sealed class Activity
{
    public string? Type { get; set; }
    public string? Id { get; set; }
    public DateTimeOffset? Timestamp { get; set; }
    public DateTimeOffset? LocalTimestamp { get; set; }
    public string? LocalTimezone { get; set; }
    public string? ChannelId { get; set; }
    public string? ServiceUrl { get; set; }
    public ChannelAccount? From { get; set; }
    public ChannelAccount? Recipient { get; set; }
    public ConversationAccount? Conversation { get; set; }
    public string? Text { get; set; }
    public string? TextFormat { get; set; }
    public string? Summary { get; set; }
    public string? Locale { get; set; }
    public string? ReplyToId { get; set; }
    public string? DeliveryMode { get; set; }
    public string? Importance { get; set; }
    public string? InputHint { get; set; }

    /// <summary>The name of an invoke or event.</summary>
    public string? Name { get; set; }

    /// <summary>What an installationUpdate is about: add, add-upgrade, remove or remove-upgrade.</summary>
    public string? Action { get; set; }

    public JsonElement? Value { get; set; }
    public JsonElement? ChannelData { get; set; }
    public IReadOnlyList<Entity>? Entities { get; set; }
    public IReadOnlyList<Attachment>? Attachments { get; set; }
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; set; }
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; set; }
    public IReadOnlyList<MessageReaction>? ReactionsAdded { get; set; }
    public IReadOnlyList<MessageReaction>? ReactionsRemoved { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>What an activity is. Beside it, for the generated reader prepares every property of a type, also those it must ignore.</summary>
public static class ActivityNature
{
    extension(Activity activity)
    {
        public bool IsInvoke => activity.Type == ActivityTypes.Invoke;

        public bool IsMessage => activity.Type == ActivityTypes.Message;

        /// <summary>Sent where more than one person talks: a group chat, a meeting's chat or a channel.</summary>
        public bool IsShared => activity.Conversation is { ConversationType: "groupChat" or "channel" } or { IsGroup: true };

        public bool ExpectsReplies => !activity.IsInvoke && string.Equals(activity.DeliveryMode, "expectReplies", StringComparison.OrdinalIgnoreCase);
    }
}

public sealed record ChannelAccount
{
    public string? Id { get; set; }
    public string? Name { get; set; }
    public string? AadObjectId { get; set; }
    public string? Role { get; set; }

    /// <summary>On a receiver: nobody else in the conversation sees the message.</summary>
    public bool? IsTargeted { get; set; }
}

public sealed record ConversationAccount
{
    public string? Id { get; set; }
    public string? Name { get; set; }
    public string? ConversationType { get; set; }
    public string? TenantId { get; set; }
    public bool? IsGroup { get; set; }
}

public sealed record Entity
{
    public string? Type { get; set; }
    public ChannelAccount? Mentioned { get; set; }
    public string? Text { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}

public sealed record Attachment
{
    public string? ContentType { get; set; }
    public JsonElement? Content { get; set; }
    public string? ContentUrl { get; set; }
    public string? Name { get; set; }
}

public sealed record MessageReaction
{
    public string? Type { get; set; }
}
