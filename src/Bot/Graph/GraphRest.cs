using Microsoft.Kiota.Abstractions;

namespace Bot.Graph;

/// <summary>For how long one part leaves Graph alone after it was refused.</summary>
internal sealed class GraphRest(TimeProvider time)
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(10), Long = TimeSpan.FromMinutes(10);

    private DateTimeOffset _until;

    public bool IsNow => time.GetUtcNow() < _until;

    public void Shortly() => Rest(Short);

    public void After(ApiException e) => Rest(e.ResponseStatusCode switch
    {
        401 or 403 => Long,
        429 => RetryAfter(e) ?? Short,
        _ => Short,
    });

    private void Rest(TimeSpan span) => _until = time.GetUtcNow() + span;

    public static TimeSpan? RetryAfter(ApiException e) =>
        e.ResponseHeaders.FirstOrDefault(h => h.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault() is { } seconds && double.TryParse(seconds, out var wait)
            ? TimeSpan.FromSeconds(Math.Clamp(wait, 1, 3_600)) : null;
}
