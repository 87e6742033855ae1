using Bot.Activities;
using Bot.Telemetry;
using Microsoft.Extensions.Options;

namespace Bot.Turns;

/// <summary>
/// Takes an activity to its feature and the feature's result back. The one place where a bug or a missed deadline ends,
/// as one log entry and one apology.
/// </summary>
public sealed class TurnRunner(Router router, IEnumerable<IListener> listeners, IOptions<TurnOptions> options, TimeProvider time, ILogger<TurnRunner> log) : ITurnRunner
{
    private static readonly TimeSpan s_apologyLimit = TimeSpan.FromSeconds(5);
    private static readonly InvokeReply s_empty = new(200, "{}"u8.ToArray());
    private readonly IListener[] _listeners = [.. listeners];

    public async ValueTask<InvokeReply?> RunAsync(Activity activity, IReplyPath replies, CancellationToken deadline)
    {
        var destination = Destination.Of(activity);
        if (destination.Refused is { } refused)
            return refused;
        if (router.Find(destination.Key) is not { } feature)
            return await NobodyAsync(activity, destination, replies, deadline);
        var watch = TurnTelemetry.Current;
        if (watch is not null) (watch.Feature, watch.Text) = (feature.Name, destination.Text);
        var turn = new TurnContext(activity, destination.Press, destination.Text, replies, time)
        {
            MayTarget = options.Value.TargetedReplies && activity is { IsShared: true, ChannelId: "msteams", From.Id.Length: > 0 },
        };
        try
        {
            var result = await HandleAsync(feature, turn, deadline);
            return activity.IsInvoke ? Answer(destination, result) : await SendAsync(turn, result, deadline);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            if (watch is not null) watch.Outcome = TurnTelemetry.Late;
            Log.Late(log, feature.Name, activity.Id, turn.ConversationId);
            return activity.IsInvoke
                ? InvokeNote.Of(activity, destination, Apology.Late)
                : await ApologiseAsync(activity, destination, replies, Apology.Late);
        }
        catch (Exception e)
        {
            if (watch is not null) watch.Outcome = TurnTelemetry.Failed;
            Log.Failed(log, e, feature.Name, activity.Id, turn.ConversationId);
            return await ApologiseAsync(activity, destination, replies, Apology.Bug);
        }
    }

    // The deadline holds even for a feature that does not look at its token.
    private async ValueTask<TurnResult> HandleAsync(IFeature feature, TurnContext turn, CancellationToken deadline)
    {
        var handling = turn.Press is null && turn.Activity.IsMessage && _listeners.Length > 0
            ? HearAsync(feature, turn, deadline)
            : feature.HandleAsync(turn, deadline);
        if (handling.IsCompleted)
            return await handling;
        var work = handling.AsTask();
        try
        {
            return await work.WaitAsync(deadline);
        }
        catch (OperationCanceledException) when (!work.IsCompleted)
        {
            _ = work.ContinueWith(
                late => Log.FailedLate(log, late.Exception!, feature.Name),
                CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            throw;
        }
    }

    private async ValueTask<TurnResult> HearAsync(IFeature feature, TurnContext turn, CancellationToken deadline)
    {
        foreach (var listener in _listeners)
            if (await listener.HearAsync(turn, turn.Text, deadline) is { } heard)
                return heard;
        return await feature.HandleAsync(turn, deadline);
    }

    private static async ValueTask<InvokeReply?> SendAsync(TurnContext turn, TurnResult result, CancellationToken deadline)
    {
        if (result is TurnResult.Card card)
            await turn.SendAsync(card.Value, deadline);
        else if (result is TurnResult.Text text)
            await turn.SendTextAsync(text.Value, deadline);
        else if (result is TurnResult.Failed failed)
            await turn.SendTextAsync(failed.Words, deadline);
        return null;
    }

    private static InvokeReply Answer(Destination destination, TurnResult result) => result switch
    {
        TurnResult.Response whole => whole.Value,
        _ when destination.IsDialog => DialogReply.Of(result),
        _ when destination.Press is not null => CardActionReply.Of(result),
        _ => s_empty,
    };

    private async ValueTask<InvokeReply?> NobodyAsync(
        Activity activity, Destination destination, IReplyPath replies, CancellationToken deadline)
    {
        if (TurnTelemetry.Current is { } watch) watch.Outcome = TurnTelemetry.Unrouted;
        if (destination.Press is null && activity.IsInvoke)
        {
            Log.UnknownInvoke(log, LogText.Of(activity.Name));
            return InvokeReply.From(new(501, "NotImplemented", "No feature answers this invoke. See the bot's manifest for what it offers."));
        }

        Log.NoRoute(log, LogText.Of(destination.Key));
        if (destination.Press is null)
            return null;
        if (activity.IsInvoke)
            return destination.IsDialog ? InvokeNote.Of(activity, destination, Apology.UnknownVerb) : CardActionReply.UnknownVerb();
        await replies.SendAsync(Reply.Text(activity, Apology.UnknownVerb), deadline);
        return null;
    }

    private async ValueTask<InvokeReply?> ApologiseAsync(Activity activity, Destination destination, IReplyPath replies, string words)
    {
        if (activity.IsInvoke)
        {
            return destination is { IsDialog: false, Press: not null }
                ? CardActionReply.Error(500, "Failed", words)
                : InvokeNote.Of(activity, destination, words);
        }

        // Nobody asked for anything when a member joined: an apology would only puzzle.
        if (!activity.IsMessage)
            return null;
        using var limit = new CancellationTokenSource(s_apologyLimit, time);
        try
        {
            await replies.SendAsync(Reply.Text(activity, words), limit.Token);
        }
        catch (OperationCanceledException)
        {
            Log.ApologyNotSent(log, activity.Id);
        }

        return null;
    }
}
