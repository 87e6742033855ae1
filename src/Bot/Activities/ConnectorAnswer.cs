using System.Text.Json;

namespace Bot.Activities;

/// <summary>What a connector says: {"id"}, {"error":{"code"}} or, sometimes in Teams, {"errorCode"}.</summary>
internal sealed record ConnectorAnswer
{
    private const int Limit = 64 * 1024;

    public string? Id { get; init; }
    public JsonElement? Error { get; init; }
    public JsonElement? ErrorCode { get; init; }

    public string? Code =>
        Error is { ValueKind: JsonValueKind.Object } error && error.TryGetProperty("code", out var code)
            ? code.ToString()
            : ErrorCode?.ToString();

    public static async Task<ConnectorAnswer?> ReadAsync(HttpContent content, CancellationToken ct)
    {
        try
        {
            return content.Headers.ContentLength is 0 or > Limit ? null : await ReadCappedAsync(content, ct);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            // The status has arrived and says enough.
            return null;
        }
    }

    private static async Task<ConnectorAnswer?> ReadCappedAsync(HttpContent content, CancellationToken ct)
    {
        var buffer = new byte[content.Headers.ContentLength ?? 1024];
        var length = 0;
        using var body = await content.ReadAsStreamAsync(ct);
        while (true)
        {
            var read = await body.ReadAsync(buffer.AsMemory(length), ct);
            length += read;
            if (read == 0 || length == content.Headers.ContentLength)
                return Parse(buffer.AsSpan(0, length));
            if (length == Limit)
                return null;
            if (length == buffer.Length)
                Array.Resize(ref buffer, Math.Min(buffer.Length * 4, Limit));
        }
    }

    private static ConnectorAnswer? Parse(ReadOnlySpan<byte> json)
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
