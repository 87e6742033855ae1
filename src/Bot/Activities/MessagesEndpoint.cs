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
        var caller = await callers.ProveAsync(http, activity);
        if (caller.Refusal is { } refusal)
            await WriteAsync(http, refusal.Status, refusal.ToUtf8());
        else
            await AcceptAsync(http, activity, caller);
    }

    private async Task AcceptAsync(HttpContext http, Activity activity, Caller caller)
    {
        if (!ActivityTypes.StartsTurn(activity.Type!))
        {
            http.Response.ContentLength = 0;
            return;
        }

        if (activity.ExpectsReplies)
        {
            await WriteAsync(http, 200, await turns.ExpectRepliesAsync(activity));
            return;
        }

        if (activity.IsInvoke)
        {
            // Its answer goes into the response, so an address for further messages is welcome but not needed.
            var reply = await turns.InvokeAsync(activity, caller.ServiceUrl);
            await WriteAsync(http, reply.Status, reply.Body);
        }
        else if (caller.ServiceUrl is null)
        {
            await RefuseAsync(http, caller.NoAddress!);
        }
        else if (await lanes.AddAsync(new(activity, caller.ServiceUrl), http.RequestAborted))
        {
            http.Response.ContentLength = 0;
        }
        else
        {
            http.Response.Headers.RetryAfter = s_retryAfterSeconds;
            await RefuseAsync(http, Refusal.QueueFull);
        }
    }

    private Task RefuseAsync(HttpContext http, Refusal refusal)
    {
        if (refusal.Status is 401 or 403 or 405)
            Log.TurnedAway(log, refusal.Status, refusal.Code, refusal.Message);
        else
            Log.Refused(log, refusal.Status, refusal.Code, refusal.Message);
        return WriteAsync(http, refusal.Status, refusal.ToUtf8());
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
