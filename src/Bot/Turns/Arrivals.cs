using Bot.Activities;

namespace Bot.Turns;

/// <summary>
/// What happens around every turn, whatever it is about: its conversation is noted, it is answered once, and what the bot has left is forgotten.
/// </summary>
public sealed class Arrivals(TurnRunner turns, OnceOnly once, ConversationNotes notes) : ITurnRunner
{
    public ValueTask<InvokeReply?> RunAsync(Activity activity, IReplyPath replies, CancellationToken deadline) =>
        // Replies that go into the response have no address that anybody vouched for, and a caller who lost them wants them again.
        replies is BufferedReplies ? turns.RunAsync(activity, replies, deadline) : ConnectedAsync(activity, replies, deadline);

    private async ValueTask<InvokeReply?> ConnectedAsync(Activity activity, IReplyPath replies, CancellationToken deadline)
    {
        await notes.KeepAsync(activity, deadline);
        var reply = await once.RunAsync(activity, replies, deadline);
        await notes.ForgetAsync(activity);
        return reply;
    }
}
