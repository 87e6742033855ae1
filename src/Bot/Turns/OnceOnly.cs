using System.Collections.Concurrent;
using Bot.Activities;
using Bot.Storage;
using Bot.Telemetry;

namespace Bot.Turns;

/// <summary>
/// Answers an activity once, however often and to however many replicas it is delivered. A message that comes again is dropped; a pressed button
/// that comes again gets the same response. A delivery that meets another at work waits for it, and takes over if that one dies.
/// </summary>
public sealed class OnceOnly(TurnRunner turns, SeenActivities seen, ConversationTurns order, TimeProvider time, ILogger<OnceOnly> log)
{
    private const int KeptResponses = 64;
    private const int LongestResponse = 16 * 1024;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<ActivityKey, Task<InvokeReply?>> _underWay = new();
    private readonly Recent<ActivityKey, InvokeReply> _responses = new(KeptResponses);

    public ValueTask<InvokeReply?> RunAsync(Activity activity, IReplyPath replies, CancellationToken deadline)
    {
        if (Redelivery.KeyOf(activity) is not { } key) return turns.RunAsync(activity, replies, deadline);

        // Messages of a conversation are worked on one after another, so only invokes can meet here.
        return activity.IsInvoke ? InvokedAsync(key, activity, replies, deadline) : ClaimedAsync(key, activity, replies, deadline);
    }

    private async ValueTask<InvokeReply?> InvokedAsync(ActivityKey key, Activity activity, IReplyPath replies, CancellationToken deadline)
    {
        var first = new TaskCompletionSource<InvokeReply?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var underWay = _underWay.GetOrAdd(key, first.Task);
        if (underWay != first.Task) return await WaitAsync(underWay, activity, deadline);
        try
        {
            var reply = await ClaimedAsync(key, activity, replies, deadline);
            if (reply is { Body.Length: <= LongestResponse }) _responses.Set(key, reply);
            first.SetResult(reply);
            return reply;
        }
        catch (Exception e)
        {
            first.SetException(e);
            _ = first.Task.Exception;
            throw;
        }
        finally
        {
            _underWay.TryRemove(key, out _);
        }
    }

    private static async ValueTask<InvokeReply?> WaitAsync(Task<InvokeReply?> underWay, Activity activity, CancellationToken deadline)
    {
        try
        {
            return await underWay.WaitAsync(deadline);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return Redelivery.Response(activity, Claim.Elsewhere);
        }
    }

    private async ValueTask<InvokeReply?> ClaimedAsync(ActivityKey key, Activity activity, IReplyPath replies, CancellationToken deadline)
    {
        var claim = await ClaimAsync(key, deadline);
        if (claim != Claim.Mine)
        {
            Meters.Duplicates.Add(Tags.Claim, claim);
            Log.DeliveredAgain(log, activity.Id, claim);
            return !activity.IsInvoke ? null : _responses.TryGet(key, out var response) ? response : Redelivery.Response(activity, claim);
        }

        using var hold = seen.Hold(key);
        try
        {
            // A pressed button has seconds, and nothing is read into the order of presses.
            await using var own = activity.IsInvoke ? null : await order.EnterAsync(activity.Conversation!.Id!, key, activity.Timestamp, deadline);
            var reply = await turns.RunAsync(activity, replies, deadline);
            await seen.DoneAsync(key);
            return reply;
        }
        catch
        {
            await seen.ReleaseAsync(key);
            throw;
        }
    }

    private async ValueTask<Claim> ClaimAsync(ActivityKey key, CancellationToken deadline)
    {
        try
        {
            while (true)
            {
                var claim = await seen.ClaimAsync(key, deadline);
                if (claim != Claim.Elsewhere) return claim;
                await Task.Delay(Look, time, deadline);
            }
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return Claim.Elsewhere;
        }
        catch (Exception e)
        {
            // An answer given twice is better than none.
            Log.NotClaimed(log, e);
            return Claim.Mine;
        }
    }
}
