using System.Globalization;

namespace Bot.Graph;

/// <summary>Slows down before SharePoint has to say so: it counts down in its RateLimit headers from about four fifths of what an app may ask for.</summary>
internal sealed class SharePointPace(TimeProvider time) : DelegatingHandler
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private long _until;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var wait = new DateTimeOffset(Interlocked.Read(ref _until), TimeSpan.Zero) - time.GetUtcNow();
        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        if (Number(response, "RateLimit-Limit") is { } limit && Number(response, "RateLimit-Remaining") is { } left && left * 10 <= limit)
        {
            var pause = TimeSpan.FromSeconds(Number(response, "RateLimit-Reset") ?? 1);
            Interlocked.Exchange(ref _until, (time.GetUtcNow() + (pause < LongestPause ? pause : LongestPause)).UtcTicks);
        }

        return response;
    }

    private static int? Number(HttpResponseMessage response, string header) =>
        response.Headers.TryGetValues(header, out var values) && int.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
