using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bot.Activities;

internal static class ActivityWriter
{
    // The bytes travel as application/json, never inside HTML, so only what JSON needs is escaped.
    public static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static ReadOnlyMemory<byte> ToUtf8(OutboundActivity activity) => JsonBytes.Of(activity, Write);

    /// <summary>The answer to deliveryMode expectReplies.</summary>
    public static ReadOnlyMemory<byte> ToUtf8(IReadOnlyList<OutboundActivity> activities) => JsonBytes.Of(activities, Write);

    private static void Write(Utf8JsonWriter json, IReadOnlyList<OutboundActivity> activities)
    {
        json.WriteStartObject();
        json.WriteStartArray("activities"u8);
        foreach (var activity in activities)
            Write(json, activity);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, OutboundActivity activity)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, activity.Type);
        Text(json, "id"u8, activity.Id);
        if (activity.Timestamp is { } time)
            json.WriteString("timestamp"u8, time);
        Text(json, "channelId"u8, activity.ChannelId);
        Text(json, "serviceUrl"u8, activity.ServiceUrl);
        Account(json, "from"u8, activity.From);
        Account(json, "recipient"u8, activity.Recipient, activity.IsTargeted);
        Conversation(json, activity.Conversation);
        Text(json, "replyToId"u8, activity.ReplyToId);
        Text(json, "locale"u8, activity.Locale);
        Text(json, "text"u8, activity.Text);
        Text(json, "textFormat"u8, activity.TextFormat);
        Text(json, "summary"u8, activity.Summary);
        Text(json, "inputHint"u8, activity.InputHint);
        Attachments(json, activity.Attachments);
        if (activity.Citations is { Count: > 0 } citations)
        {
            json.WriteStartArray("entities"u8);
            Citation.Write(json, citations);
            json.WriteEndArray();
        }

        Suggestions(json, activity);
        if (activity.ChannelData is { } data)
        {
            json.WritePropertyName("channelData"u8);
            data.WriteTo(json);
        }

        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static void Account(Utf8JsonWriter json, ReadOnlySpan<byte> name, ChannelAccount? account, bool targeted = false)
    {
        if (account is null)
            return;
        json.WriteStartObject(name);
        Text(json, "id"u8, account.Id);
        Text(json, "name"u8, account.Name);
        if (targeted)
            json.WriteBoolean("isTargeted"u8, true);
        json.WriteEndObject();
    }

    private static void Conversation(Utf8JsonWriter json, ConversationAccount? conversation)
    {
        if (conversation is null)
            return;
        json.WriteStartObject("conversation"u8);
        Text(json, "id"u8, conversation.Id);
        Text(json, "conversationType"u8, conversation.ConversationType);
        Text(json, "tenantId"u8, conversation.TenantId);
        if (conversation.IsGroup is { } group)
            json.WriteBoolean("isGroup"u8, group);
        json.WriteEndObject();
    }

    private static void Suggestions(Utf8JsonWriter json, OutboundActivity activity)
    {
        if (activity.Suggestions is not { Count: > 0 } suggestions)
            return;
        json.WriteStartObject("suggestedActions"u8);
        json.WriteStartArray("to"u8);
        if (activity.Recipient?.Id is { } receiver)
            json.WriteStringValue(receiver);
        json.WriteEndArray();
        json.WriteStartArray("actions"u8);
        foreach (var words in suggestions)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "imBack");
            json.WriteString("title"u8, words);
            json.WriteString("value"u8, words);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Attachments(Utf8JsonWriter json, IReadOnlyList<OutboundAttachment>? attachments)
    {
        if (attachments is not { Count: > 0 })
            return;
        json.WriteStartArray("attachments"u8);
        foreach (var attachment in attachments)
        {
            json.WriteStartObject();
            json.WriteString("contentType"u8, attachment.ContentType);
            Text(json, "contentUrl"u8, attachment.ContentUrl);
            Text(json, "name"u8, attachment.Name);
            json.WritePropertyName("content"u8);
            if (attachment.Write is { } write) write(json);
            else json.WriteRawValue(attachment.Content.Span, skipInputValidation: true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
