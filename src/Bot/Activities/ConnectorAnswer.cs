using System.Text.Json;

namespace Bot.Activities;

/// <summary>What a connector says: {"id"}, {"error":{"code"}} or, sometimes in Teams, {"errorCode"}.</summary>
internal sealed record ConnectorAnswer
{
    public string? Id { get; set; }
    public JsonElement? Error { get; set; }
    public JsonElement? ErrorCode { get; set; }

    public string? Code =>
        Error is { ValueKind: JsonValueKind.Object } error && error.TryGetProperty("code", out var code)
            ? code.ToString()
            : ErrorCode?.ToString();

    public static ConnectorAnswer? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return json.IsEmpty ? null : JsonSerializer.Deserialize(json, ActivityJson.Default.ConnectorAnswer);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
