using System.Buffers;
using System.Text.Json;

namespace Bot.Activities;

/// <summary>Why a request is not accepted, in words that tell its sender what to do.</summary>
public sealed record Refusal(int Status, string Code, string Message)
{
    /// <summary>{"error":{"code","message"}}, the form that the Bot Connector uses too.</summary>
    public ReadOnlyMemory<byte> ToUtf8()
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, ActivityWriter.Options))
        {
            json.WriteStartObject();
            json.WriteStartObject("error"u8);
            json.WriteString("code"u8, Code);
            json.WriteString("message"u8, Message);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    public static Refusal NotPost { get; } = new(405, "MethodNotAllowed", "Send activities to this address with POST.");

    public static Refusal QueueFull { get; } =
        new(503, "Busy", "Too many messages are waiting. Send this activity again after the time in Retry-After.");

    public static Refusal TooLarge(int limit) =>
        new(413, "BodyTooLarge", $"The body is larger than {limit} bytes. Send a smaller activity.");

    public static Refusal BadRequest(string code, string message) => new(400, code, message);
}
