using System.Net;
using System.Text.Json;

namespace Bot.Tests.Fuzzing;

/// <summary>What an answer to a mutant says about the service.</summary>
/// <param name="Fault">Null for an answer as it should be.</param>
/// <param name="ReachedAFeature">Proved by what the answer holds; events that a feature takes in silence do not count.</param>
internal readonly record struct Verdict(string? Fault, bool ReachedAFeature = false)
{
    private static readonly string[] Apologies = ["Sorry, something went wrong", "Sorry, this took too long"];

    public static Verdict Of(HttpStatusCode status, string body)
    {
        if (status is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.NotImplemented)
            return new(IsError(body) ? null : "a refusal without words");
        if (status != HttpStatusCode.OK) return new($"status {(int)status}");
        if (Apologies.FirstOrDefault(words => body.Contains(words, StringComparison.Ordinal)) is { } apology) return new(apology);
        if (body.Length == 0) return default;
        try
        {
            return new(null, Reached(JsonElement.Parse(body)));
        }
        catch (JsonException)
        {
            return new($"an answer that is not JSON: {body[..Math.Min(body.Length, 2_000)]}");
        }
    }

    private static bool IsError(string body) => body.StartsWith("{\"error\":{\"code\":\"", StringComparison.Ordinal);

    // Replies of a message, or the response to a press or a dialog that was not refused.
    private static bool Reached(JsonElement answer)
    {
        if (answer.TryGetProperty("activities", out var replies))
            return replies.GetArrayLength() > 0 && !(replies[0].TryGetProperty("text", out var text) && text.GetString()!.StartsWith("This button is no longer in use", StringComparison.Ordinal));
        return answer.TryGetProperty("statusCode", out var code) ? code.GetInt32() == 200 : answer.EnumerateObject().Any();
    }
}
