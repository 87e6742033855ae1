using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Load;

/// <summary>The floor: the least that a bot can do. It reads an activity, and says the text again where the activity asks for it.</summary>
internal static class Echo
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var app = builder.Build();
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 });
        app.MapPost("/api/messages", context => AnswerAsync(context, http));
        await app.RunAsync();
        return 0;
    }

    private static async Task AnswerAsync(HttpContext context, HttpClient http)
    {
        var asked = await JsonSerializer.DeserializeAsync(context.Request.Body, EchoJson.Default.EchoActivity, context.RequestAborted);
        var reply = new EchoActivity
        {
            Type = "message",
            ChannelId = asked!.ChannelId,
            ServiceUrl = asked.ServiceUrl,
            From = asked.Recipient,
            Recipient = asked.From,
            Conversation = asked.Conversation,
            ReplyToId = asked.Id,
            Text = asked.Text,
            Locale = asked.Locale,
            Timestamp = DateTimeOffset.UtcNow,
        };
        if (asked.DeliveryMode == "expectReplies")
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(new EchoReplies([reply]), EchoJson.Default.EchoReplies);
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body);
            return;
        }

        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(reply, EchoJson.Default.EchoActivity)) { Headers = { ContentType = Json } };
        var to = $"{asked.ServiceUrl}v3/conversations/{Uri.EscapeDataString(asked.Conversation!.Id!)}/activities/{Uri.EscapeDataString(asked.Id!)}";
        using var sent = await http.PostAsync(to, content, context.RequestAborted);
        await sent.Content.ReadAsByteArrayAsync(context.RequestAborted);
        context.Response.ContentLength = 0;
    }
}

internal sealed class EchoActivity
{
    public string? Type { get; set; }
    public string? Id { get; set; }
    public string? ChannelId { get; set; }
    public string? ServiceUrl { get; set; }
    public EchoAccount? From { get; set; }
    public EchoAccount? Recipient { get; set; }
    public EchoAccount? Conversation { get; set; }
    public string? ReplyToId { get; set; }
    public string? DeliveryMode { get; set; }
    public string? Text { get; set; }

    // A bot that read less of what is sent would be no bot.
    public string? TextFormat { get; set; }
    public string? Locale { get; set; }
    public string? LocalTimezone { get; set; }
    public DateTimeOffset? Timestamp { get; set; }
    public DateTimeOffset? LocalTimestamp { get; set; }
    public List<JsonElement>? Entities { get; set; }
    public List<JsonElement>? Attachments { get; set; }
    public JsonElement? ChannelData { get; set; }
}

internal sealed class EchoAccount
{
    public string? Id { get; set; }
    public string? Name { get; set; }
    public string? AadObjectId { get; set; }
    public string? ConversationType { get; set; }
    public string? TenantId { get; set; }
}

internal sealed record EchoReplies(IReadOnlyList<EchoActivity> Activities);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EchoActivity))]
[JsonSerializable(typeof(EchoReplies))]
internal sealed partial class EchoJson : JsonSerializerContext;
