namespace Bot.Storage.Held;

/// <summary>The address of the chat with a person; with it goes every trace of messages that were or will be sent there unasked.</summary>
public sealed class HeldConversations(ConversationReferences conversations) : IHeldAboutPerson
{
    public IReadOnlyCollection<string> Tables { get; } = ["conversation", "outbox"];

    public async Task<Holding> ReadAsync(string userId, CancellationToken ct)
    {
        var count = await conversations.FindPersonalAsync(userId, ct) is null ? 0 : 1;
        return new Holding(count, "address of this chat, so that I can write to you first", "addresses of chats, so that I can write to you first");
    }

    public async Task<int> DeleteAsync(string userId, CancellationToken ct)
    {
        var count = (await ReadAsync(userId, ct)).Count;
        await conversations.ForgetPersonAsync(userId, ct);
        return count;
    }
}
