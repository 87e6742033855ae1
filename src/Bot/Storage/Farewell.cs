namespace Bot.Storage;

/// <summary>Deletes what a conversation holds, for when the bot is removed from it. A channel's threads go with the channel.</summary>
public sealed class Farewell(WriteQueue queue)
{
    private static readonly string[] Tables = ["last_turn", "given_answer", "welcome", "wish"];

    public async Task ForgetAsync(string conversationId, CancellationToken ct)
    {
        var id = Keys.Of(conversationId);
        var thread = id + ";messageid=";
        foreach (var table in Tables)
        {
            await queue.EnqueueAsync(new Write(
                $"delete from {table} where conversation_id = @id or substr(conversation_id, 1, @length) = @thread",
                new { id, thread, length = thread.Length }), ct);
        }

        await queue.FlushAsync(ct);
    }
}
