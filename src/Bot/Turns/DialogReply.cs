using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Activities;
using Bot.Cards;

namespace Bot.Turns;

/// <summary>The response to task/fetch and task/submit: {"task":{"type","value"}}, or an empty body, which closes the dialog.</summary>
internal static class DialogReply
{
    public const string Fetch = "task/fetch";
    public const string Submit = "task/submit";

    /// <summary>A thumb of Teams was pressed under a message whose feedback is ours to ask for.</summary>
    public const string FetchFeedback = "message/fetchTask";

    private static readonly JsonWriterOptions s_options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static InvokeReply Of(TurnResult result) => result switch
    {
        TurnResult.Dialog dialog => Write(json =>
        {
            json.WriteString("type"u8, "continue");
            json.WriteStartObject("value"u8);
            json.WriteString("title"u8, dialog.Title);
            json.WriteString("height"u8, "large");
            json.WriteString("width"u8, "medium");
            json.WriteStartObject("card"u8);
            json.WriteString("contentType"u8, AdaptiveCard.ContentType);
            json.WritePropertyName("content"u8);
            json.WriteRawValue(dialog.Value.ToUtf8Json().Span, skipInputValidation: true);
            json.WriteEndObject();
            json.WriteEndObject();
        }),
        TurnResult.Text text => Write(json =>
        {
            json.WriteString("type"u8, "message");
            json.WriteString("value"u8, text.Value);
        }),
        TurnResult.Failed failed => Of(new TurnResult.Text(failed.Words)),
        _ => new(200, default),
    };

    private static InvokeReply Write(Action<Utf8JsonWriter> task)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            json.WriteStartObject("task"u8);
            task(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return new(200, buffer.WrittenMemory);
    }
}
