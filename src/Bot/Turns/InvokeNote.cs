using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Activities;

namespace Bot.Turns;

/// <summary>Words for somebody whose invoke could not be answered, in the form and place that the invoke allows.</summary>
internal static class InvokeNote
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private static readonly InvokeReply NoSearchResults = new(200, """{"statusCode":200,"type":"application/vnd.microsoft.search.searchResponse","value":{"results":[]}}"""u8.ToArray());

    // Teams takes anything else for an error, and shows one of its own.
    private static readonly InvokeReply NoWords = new(200, "{}"u8.ToArray());

    public static InvokeReply Of(Activity activity, Destination destination, string words) => activity.Name switch
    {
        _ when destination.IsDialog => DialogReply.Of(new TurnResult.Text(words)),
        _ when destination.Press is not null => CardActionReply.Message(words),
        "task/fetch" or "task/submit" or "message/fetchTask" or "composeExtension/fetchTask" or "composeExtension/submitAction" => DialogReply.Of(new TurnResult.Text(words)),
        "application/search" => NoSearchResults,
        { } name when name.StartsWith("composeExtension/", StringComparison.Ordinal) => ComposeExtension(words),
        _ => NoWords,
    };

    private static InvokeReply ComposeExtension(string words)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteStartObject("composeExtension"u8);
            json.WriteString("type"u8, "message");
            json.WriteString("text"u8, words);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return new(200, buffer.WrittenMemory);
    }
}
