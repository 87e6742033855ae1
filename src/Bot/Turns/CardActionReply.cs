using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Activities;
using Bot.Cards;

namespace Bot.Turns;

/// <summary>The response to adaptiveCard/action: HTTP 200 with {statusCode, type, value}.</summary>
internal static class CardActionReply
{
    private static readonly JsonWriterOptions s_options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static InvokeReply Of(TurnResult result) => result switch
    {
        TurnResult.Card card => Write(
            200, AdaptiveCard.ContentType, json => json.WriteRawValue(card.Value.ToUtf8Json().Span, skipInputValidation: true)),
        TurnResult.Text text => Message(text.Value),
        TurnResult.Failed failed => Error(400, failed.Code, failed.Words),
        _ => Message("Done"),
    };

    public static InvokeReply Message(string text) =>
        Write(200, "application/vnd.microsoft.activity.message", json => json.WriteStringValue(text));

    public static InvokeReply UnknownVerb() => Error(400, "UnknownVerb", Apology.UnknownVerb);

    public static InvokeReply Error(int status, string code, string words) => Write(status, "application/vnd.microsoft.error", json =>
    {
        json.WriteStartObject();
        json.WriteString("code"u8, code);
        json.WriteString("message"u8, words);
        json.WriteEndObject();
    });

    private static InvokeReply Write(int status, string type, Action<Utf8JsonWriter> value)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            json.WriteNumber("statusCode"u8, status);
            json.WriteString("type"u8, type);
            json.WritePropertyName("value"u8);
            value(json);
            json.WriteEndObject();
        }

        return new(200, buffer.WrittenMemory);
    }
}
