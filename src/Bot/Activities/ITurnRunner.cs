namespace Bot.Activities;

/// <summary>Takes one activity through the bot. Implemented by the room Turns.</summary>
public interface ITurnRunner
{
    /// <returns>The answer to an invoke; null for every other activity.</returns>
    ValueTask<InvokeReply?> RunAsync(Activity activity, IReplyPath replies, CancellationToken deadline);
}

/// <param name="Status">The HTTP status.</param>
/// <param name="Body">UTF-8 JSON; may be empty.</param>
public sealed record InvokeReply(int Status, ReadOnlyMemory<byte> Body)
{
    public static InvokeReply From(Refusal refusal) => new(refusal.Status, refusal.ToUtf8());
}
