using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Bot.LocalChat;

// The room passes activities on as they are, so that the page sees exactly what Teams would.
internal static class ActivityJson
{
    public static string? TypeOf(JsonElement activity) =>
        activity.ValueKind == JsonValueKind.Object
        && activity.TryGetProperty("type", out var type)
        && type.ValueKind == JsonValueKind.String
        && type.GetString() is { Length: > 0 } name ? name : null;

    public static string WithId(JsonElement activity, string id) => Write(writer =>
    {
        writer.WriteString("id", id);
        foreach (var property in activity.EnumerateObject().Where(p => p.Name != "id"))
            property.WriteTo(writer);
    });

    public static string OnlyId(string id) => Write(writer => writer.WriteString("id", id));

    private static string Write(Action<Utf8JsonWriter> fields)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            fields(writer);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
