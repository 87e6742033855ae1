using System.Text.Json;
using System.Text.Unicode;

namespace Bot.Activities;

/// <summary>Bytes to a checked activity, or why not.</summary>
internal static class ActivityParser
{
    private static readonly byte[] s_byteOrderMark = [0xEF, 0xBB, 0xBF];

    public static (Activity? Activity, Refusal? Refusal) Parse(ReadOnlySpan<byte> body)
    {
        var json = body.StartsWith(s_byteOrderMark) ? body[s_byteOrderMark.Length..] : body;
        if (!Utf8.IsValid(json))
            return (null, Refusal.BadRequest("NotUtf8", "The body is not UTF-8. Send the activity as JSON in UTF-8."));
        if (SurrogateEscapes.AnyAlone(json))
        {
            return (null, Refusal.BadRequest(
                "BrokenCharacter", "A \\u escape holds half a character. Send both halves of the pair, or leave it out."));
        }

        try
        {
            var activity = JsonSerializer.Deserialize(json, ActivityJson.Default.Activity);
            var refusal = activity is null ? NotAnObject() : ActivityRules.Check(activity);
            return refusal is null ? (activity, null) : (null, refusal);
        }
        catch (JsonException e)
        {
            return (null, Explain(json, e));
        }
    }

    private static Refusal NotAnObject() =>
        Refusal.BadRequest("NotAnObject", "The body is JSON but not an object. Send one activity: {\"type\": …}.");

    // Only on the way to a 400: read again to tell bad JSON from good JSON with a wrong type in it.
    private static Refusal Explain(ReadOnlySpan<byte> json, JsonException problem)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                while (reader.Read())
                {
                }

                return NotAnObject();
            }

            while (reader.Read())
            {
            }
        }
        catch (JsonException e)
        {
            var place = $"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}";
            return Refusal.BadRequest("NotJson", $"The body is not JSON ({place}). Send one activity as a JSON object.");
        }

        var field = problem.Path is { Length: > 2 } path ? path.TrimStart('$', '.') : "an unnamed field";
        return Refusal.BadRequest(
            "WrongType", $"The value of {field} has the wrong JSON type or form. Send it as the Bot Framework Activity schema says.");
    }
}
