using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Bot.Activities;

/// <summary>Reads a request's body up to the limit, however its length is or is not declared.</summary>
public sealed class ActivityReader(IOptions<ActivityOptions> options)
{
    private readonly int _limit = options.Value.BodyLimit;

    /// <returns>An activity or a refusal; neither when the caller went away.</returns>
    public async ValueTask<(Activity? Activity, Refusal? Refusal)> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > _limit)
            return (null, Refusal.TooLarge(_limit));
        var gone = request.HttpContext.RequestAborted;
        try
        {
            var body = request.BodyReader;
            while (true)
            {
                var read = await body.ReadAsync(gone);
                if (read.Buffer.Length > _limit)
                {
                    body.AdvanceTo(read.Buffer.End);
                    return (null, Refusal.TooLarge(_limit));
                }

                if (read.IsCompleted)
                {
                    var parsed = Parse(read.Buffer);
                    body.AdvanceTo(read.Buffer.End);
                    return parsed;
                }

                body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        catch (BadHttpRequestException e)
        {
            return (null, new(e.StatusCode, "BadBody", "The body broke off or was not sent as HTTP says. Send it again."));
        }
        catch (Exception e) when (e is IOException or OperationCanceledException && gone.IsCancellationRequested)
        {
            return default;
        }
    }

    private static (Activity? Activity, Refusal? Refusal) Parse(ReadOnlySequence<byte> body) =>
        ActivityParser.Parse(body.IsSingleSegment ? body.FirstSpan : body.ToArray());
}
