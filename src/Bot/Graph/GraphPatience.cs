using Bot.Knowledge.Sources;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;

namespace Bot.Graph;

/// <summary>Asks again where Microsoft Graph says to wait, and turns what it refuses for good into words.</summary>
internal sealed class GraphPatience(TimeProvider time, ILogger<GraphPatience> log)
{
    private const int MostTries = 6;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(3);

    /// <exception cref="SourceException">It refuses, or does not answer.</exception>
    /// <exception cref="ApiException">404 and 410, which mean something to whoever asked.</exception>
    public async Task<T> AskAsync<T>(Func<Task<T>> ask, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await ask();
            }
            catch (ApiException e) when (e.ResponseStatusCode is not (404 or 410))
            {
                if (tries == MostTries || !IsPassing(e.ResponseStatusCode, tries)) throw Refused(e);
                await WaitAsync(GraphRest.RetryAfter(e), tries, ct);
            }
            catch (Exception e) when (GraphConnection.IsOutage(e) || (e is OperationCanceledException && !ct.IsCancellationRequested))
            {
                if (tries == 3) throw Silent(e);
                await WaitAsync(null, tries, ct);
            }
        }
    }

    /// <param name="asked">What the answer asks for; null where it says nothing.</param>
    /// <param name="tries">How often it was asked so far.</param>
    /// <param name="ct">Gives up.</param>
    public Task WaitAsync(TimeSpan? asked, int tries, CancellationToken ct)
    {
        var wait = asked ?? TimeSpan.FromSeconds(Math.Pow(2, tries - 1));
        return Task.Delay(wait < LongestWait ? wait : LongestWait, time, ct);
    }

    /// <summary>Whether the same may succeed soon. A server's own fault, and a token that has just run out, are given two more tries.</summary>
    public static bool IsPassing(int status, int tries) => status switch
    {
        429 or 503 or 504 or 509 => true,
        500 or 502 or 401 => tries < 3,
        _ => false,
    };

    private SourceException Refused(ApiException e)
    {
        var error = (e as ODataError)?.Error;
        Log.SharePointRefused(log, e.ResponseStatusCode, error?.Code ?? "", error?.InnerError?.RequestId ?? "");
        return new SourceException(e.ResponseStatusCode switch
        {
            401 or 403 => $"Microsoft 365 does not let the guide read this site (status {e.ResponseStatusCode}). Give the app the application permission Sites.Selected, consent to it, and grant it the role read on this site.",
            429 or 503 or 509 => "Microsoft 365 asks to wait longer than a refresh can. The next refresh goes on.",
            _ => $"Microsoft 365 answers with status {e.ResponseStatusCode}. The next refresh tries again.",
        });
    }

    private SourceException Silent(Exception e)
    {
        Log.SharePointSilent(log, e.GetType().Name);
        return new SourceException("Microsoft 365 does not answer, or the guide has no credential for it. The next refresh tries again; doctor says more.");
    }
}
