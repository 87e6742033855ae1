using Microsoft.Extensions.Options;

namespace Bot.Activities;

/// <summary>Turns whose answer is the HTTP response. They end by their own deadline, not by the caller's patience.</summary>
public sealed class RequestTurns(
    ITurnRunner runner, ConversationClient client, IOptions<ActivityOptions> options, TimeProvider time, ILogger<RequestTurns> log)
{
    private readonly TimeSpan _invokeLimit = TimeSpan.FromSeconds(options.Value.InvokeSeconds);
    private readonly TimeSpan _expectRepliesLimit = TimeSpan.FromSeconds(options.Value.ExpectRepliesSeconds);

    public async ValueTask<ReadOnlyMemory<byte>> ExpectRepliesAsync(Activity activity)
    {
        var replies = new BufferedReplies();
        using var deadline = new CancellationTokenSource(_expectRepliesLimit, time);
        await runner.RunAsync(activity, replies, deadline.Token);
        return ActivityWriter.ToUtf8(replies.Close());
    }

    public async ValueTask<InvokeReply> InvokeAsync(Activity activity, Uri? serviceUrl)
    {
        using var deadline = new CancellationTokenSource(_invokeLimit, time);
        if (serviceUrl is not null)
            return await RunAsync(activity, new ConnectorReplies(client, serviceUrl, activity), deadline.Token);
        var unsent = new BufferedReplies();
        var reply = await RunAsync(activity, unsent, deadline.Token);
        if (unsent.Close().Count is > 0 and var count)
            Log.NowhereToSend(log, count, activity.Name);
        return reply;
    }

    private async ValueTask<InvokeReply> RunAsync(Activity activity, IReplyPath replies, CancellationToken deadline) =>
        await runner.RunAsync(activity, replies, deadline) ?? new(200, default);
}
