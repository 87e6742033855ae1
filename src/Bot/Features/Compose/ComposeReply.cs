using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Activities;
using Bot.Cards;
using Bot.Turns;

namespace Bot.Features.Compose;

/// <summary>An answer in the list under the compose box, with what stands beside its heading.</summary>
internal sealed record Listed(SharedAnswer Answer, string? Mark = null);

/// <summary>Responses to composeExtension invokes: {"composeExtension":{"type","attachmentLayout","attachments"}}.</summary>
internal static class ComposeReply
{
    private const string Thumbnail = "application/vnd.microsoft.card.thumbnail";
    private const int PreviewCharacters = 140;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TurnResult Message(string text) => Write(json =>
    {
        json.WriteString("type"u8, "message");
        json.WriteString("text"u8, text);
    });

    public static TurnResult Results(IEnumerable<Listed> answers) => Write(json =>
    {
        json.WriteString("type"u8, "result");
        json.WriteString("attachmentLayout"u8, "list");
        json.WriteStartArray("attachments"u8);
        foreach (var listed in answers) Attachment(json, listed);
        json.WriteEndArray();
    });

    // The inserted card is the answer; Teams lists it by the preview, as it cannot list Adaptive Cards.
    private static void Attachment(Utf8JsonWriter json, Listed listed)
    {
        json.WriteStartObject();
        json.WriteString("contentType"u8, AdaptiveCard.ContentType);
        json.WritePropertyName("content"u8);
        json.WriteRawValue(listed.Answer.Card.ToUtf8Json().Span, skipInputValidation: true);
        json.WriteStartObject("preview"u8);
        json.WriteString("contentType"u8, Thumbnail);
        json.WriteStartObject("content"u8);
        json.WriteString("title"u8, listed.Answer.Heading);
        json.WriteString("text"u8, Preview(listed));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Preview(Listed listed)
    {
        var text = $"{(listed.Mark is { } mark ? mark + ". " : "")}{listed.Answer.Dates} {listed.Answer.Text}";
        return text.Length <= PreviewCharacters ? text : text[..text.LastIndexOf(' ', PreviewCharacters)] + " …";
    }

    private static TurnResult.Response Write(Action<Utf8JsonWriter> inner)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            json.WriteStartObject();
            json.WriteStartObject("composeExtension"u8);
            inner(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return new(new InvokeReply(200, buffer.WrittenMemory));
    }
}
