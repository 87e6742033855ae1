using Bot.Activities;
using Bot.Storage;

namespace Bot.Turns;

/// <summary>What happens around every turn, whatever it is about: its conversation is noted, and forgotten when the bot has left it.</summary>
public sealed class Arrivals(TurnRunner turns, ConversationNotes notes) : ITurnRunner
{
    public async ValueTask<InvokeReply?> RunAsync(Activity activity, IReplyPath replies, CancellationToken deadline)
    {
        // Replies that go into the response have no address that anybody vouched for.
        if (replies is BufferedReplies) return await turns.RunAsync(activity, replies, deadline);
        await notes.KeepAsync(activity, deadline);
        var reply = await turns.RunAsync(activity, replies, deadline);
        await notes.ForgetAsync(activity);
        return reply;
    }
}
