using Bot.Telemetry;
using Microsoft.Extensions.Primitives;

namespace Bot.Activities;

/// <summary>POST /api/messages: method, caller, body, and then the turn in the request or in the queue.</summary>
public sealed class MessagesEndpoint(
    CallerCheck callers, ActivityReader reader, RequestTurns turns, TurnLanes lanes, ILogger<MessagesEndpoint> log)
{
    private static readonly StringValues s_retryAfterSeconds = "5";

    public async Task HandleAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = HttpMethods.Post;
            await RefuseAsync(http, Refusal.NotPost);
            return;
        }

        if (callers.Refuse(http) is { } stranger)
        {
            await RefuseAsync(http, stranger);
            return;
        }

        var (activity, unreadable) = await reader.ReadAsync(http.Request);
        if (unreadable is not null)
            await RefuseAsync(http, unreadable);
        else if (activity is not null)
            await AcceptProvenAsync(http, activity);
    }

    private async Task AcceptProvenAsync(HttpContext http, Activity activity)
    {
        var watch = ActivityTypes.StartsTurn(activity.Type!) ? TurnTelemetry.Begin(activity.Type!) : null;
        Caller caller;
        using (Stages.Begin(Stages.Proven))
            caller = await callers.ProveAsync(http, activity);
        if (caller.Refusal is { } refusal)
        {
            watch?.End(TurnTelemetry.Refused);
            await WriteAsync(http, Counted(refusal).Status, refusal.ToUtf8());
        }
        else if (await AcceptAsync(http, activity, caller, watch))
        {
            watch?.End();
        }
    }

    /// <returns>Whether it is over; else the turn is still to come.</returns>
    private async ValueTask<bool> AcceptAsync(HttpContext http, Activity activity, Caller caller, WatchedTurn? watch)
    {
        if (!ActivityTypes.StartsTurn(activity.Type!))
        {
            http.Response.ContentLength = 0;
            return true;
        }

        if (activity.ExpectsReplies)
        {
            await WriteAsync(http, 200, await turns.ExpectRepliesAsync(activity));
            return true;
        }

        if (activity.IsInvoke)
        {
            // Its answer goes into the response, so an address for further messages is welcome but not needed.
            var reply = await turns.InvokeAsync(activity, caller.ServiceUrl);
            await WriteAsync(http, reply.Status, reply.Body);
        }
        else if (caller.ServiceUrl is null)
        {
            await TurnAwayAsync(http, caller.NoAddress!, watch);
        }
        else if (await lanes.AddAsync(new(activity, caller.ServiceUrl) { Watch = watch }, http.RequestAborted))
        {
            http.Response.ContentLength = 0;
            return false;
        }
        else
        {
            http.Response.Headers.RetryAfter = s_retryAfterSeconds;
            await TurnAwayAsync(http, Refusal.QueueFull, watch);
        }

        return true;
    }

    private Task TurnAwayAsync(HttpContext http, Refusal refusal, WatchedTurn? watch)
    {
        if (watch is not null) watch.Outcome = TurnTelemetry.Refused;
        return RefuseAsync(http, refusal);
    }

    private static Refusal Counted(Refusal refusal)
    {
        Meters.Refusals.Add(Tags.Status, refusal.Status, Tags.Code, refusal.Code);
        return refusal;
    }

    private Task RefuseAsync(HttpContext http, Refusal refusal)
    {
        if (refusal.Status is 401 or 403 or 405)
            Log.TurnedAway(log, refusal.Status, refusal.Code, refusal.Message);
        else
            Log.Refused(log, refusal.Status, refusal.Code, refusal.Message);
        return WriteAsync(http, Counted(refusal).Status, refusal.ToUtf8());
    }

    private static Task WriteAsync(HttpContext http, int status, ReadOnlyMemory<byte> body)
    {
        // The turn runs to its end without the caller, but there is nobody left to tell.
        if (http.RequestAborted.IsCancellationRequested)
            return Task.CompletedTask;
        var response = http.Response;
        response.StatusCode = status;
        response.ContentLength = body.Length;
        if (body.IsEmpty)
            return Task.CompletedTask;
        response.ContentType = "application/json";
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body).AsTask();
    }
}
