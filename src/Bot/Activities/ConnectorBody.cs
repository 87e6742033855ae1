namespace Bot.Activities;

/// <summary>Reads an answer's body up to a limit; empty where there is none, or too much of it.</summary>
internal static class ConnectorBody
{
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, int limit, CancellationToken ct)
    {
        try
        {
            return content.Headers.ContentLength is { } length && (length == 0 || length > limit)
                ? default
                : await ReadCappedAsync(content, limit, ct);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            // The status has arrived and says enough.
            return default;
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadCappedAsync(HttpContent content, int limit, CancellationToken ct)
    {
        var buffer = new byte[content.Headers.ContentLength ?? 1024];
        var length = 0;
        using var body = await content.ReadAsStreamAsync(ct);
        while (true)
        {
            var read = await body.ReadAsync(buffer.AsMemory(length), ct);
            length += read;
            if (read == 0 || length == content.Headers.ContentLength)
                return buffer.AsMemory(0, length);
            if (length == limit)
                return default;
            if (length == buffer.Length)
                Array.Resize(ref buffer, Math.Min(buffer.Length * 4, limit));
        }
    }
}
