using System.Buffers;
using System.Text.Json;

namespace Bot.Activities;

public sealed partial class ConversationClient
{
    /// <summary>Opens the personal chat with somebody who has the app, or finds the one that is there; nothing is said in it yet.</summary>
    public ValueTask<Fetched<NewConversation>> OpenPersonalAsync(Uri serviceUrl, string tenantId, string userId, CancellationToken ct) =>
        OpenAsync(serviceUrl, json =>
        {
            json.WriteBoolean("isGroup"u8, false);
            json.WriteStartArray("members"u8);
            json.WriteStartObject();
            json.WriteString("id"u8, userId);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteString("tenantId"u8, tenantId);
        }, ct);

    /// <summary>Starts a thread in a channel with its first message.</summary>
    public ValueTask<Fetched<NewConversation>> OpenThreadAsync(
        Uri serviceUrl, string tenantId, string channelId, OutboundActivity first, CancellationToken ct) =>
        OpenAsync(serviceUrl, json =>
        {
            json.WriteBoolean("isGroup"u8, true);
            json.WriteStartObject("channelData"u8);
            json.WriteStartObject("channel"u8);
            json.WriteString("id"u8, channelId);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WritePropertyName("activity"u8);
            ActivityWriter.Write(json, first);
            json.WriteString("tenantId"u8, tenantId);
        }, ct);

    private async ValueTask<Fetched<NewConversation>> OpenAsync(Uri serviceUrl, Action<Utf8JsonWriter> write, CancellationToken ct)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, ActivityWriter.Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        var call = new ConnectorRequest(HttpMethod.Post, serviceUrl, ConnectorAddress.Conversations(serviceUrl), buffer.WrittenMemory) { WantsBody = true };
        return Read(await transport.SendAsync(call, ct), ActivityJson.Default.NewConversation);
    }
}
