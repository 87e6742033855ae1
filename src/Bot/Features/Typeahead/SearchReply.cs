using System.Buffers;
using System.Text.Json;
using Bot.Activities;
using Bot.Turns;

namespace Bot.Features.Typeahead;

/// <summary>The body of an answer to application/search.</summary>
internal static class SearchReply
{
    public static TurnResult Of(IEnumerable<NameChoice> found) => Write(200, "application/vnd.microsoft.search.searchResponse", json =>
    {
        json.WriteStartArray("results"u8);
        foreach (var choice in found)
        {
            json.WriteStartObject();
            json.WriteString("title"u8, choice.Title);
            json.WriteString("value"u8, choice.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static TurnResult Refused(string why) => Write(400, "application/vnd.microsoft.error", json =>
    {
        json.WriteString("code"u8, "BadSearch");
        json.WriteString("message"u8, why);
    });

    private static TurnResult.Response Write(int status, string type, Action<Utf8JsonWriter> value)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("statusCode"u8, status);
            json.WriteString("type"u8, type);
            json.WriteStartObject("value"u8);
            value(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return new TurnResult.Response(new InvokeReply(200, buffer.WrittenMemory));
    }
}
