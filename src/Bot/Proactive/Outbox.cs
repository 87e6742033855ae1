using System.Text;
using Bot.Activities;
using Bot.Cards;
using Bot.Storage;

namespace Bot.Proactive;

/// <summary>Takes messages that must arrive: stored before <see cref="AddAsync"/> returns, sent and tried again by <see cref="OutboxSender"/>.</summary>
public sealed class Outbox(OutboxRows rows, ConversationReferences conversations, WriteQueue queue, TimeProvider time) : IDisposable
{
    /// <summary>Teams refuses somewhere about 100 KB, counted as UTF-16.</summary>
    public const int MostBytes = 80 * 1024;

    private static readonly TimeSpan Worthwhile = TimeSpan.FromDays(3);

    private readonly SemaphoreSlim _added = new(0, 1);

    public async Task<OutboxAddition> AddAsync(OutboxMessage message, CancellationToken ct)
    {
        if (await FindAsync(message.ConversationId, ct) is not { } conversation) return OutboxAddition.UnknownConversation;
        var body = Encoding.UTF8.GetString(ActivityWriter.ToUtf8(Addressed(message, conversation)).Span);
        if (body.Length * sizeof(char) > MostBytes) return OutboxAddition.TooLarge;
        var now = time.GetUtcNow();
        var due = message.Due ?? now;
        var added = await rows.AddAsync(new OutboxRow
        {
            Id = Guid.CreateVersion7(now).ToString(),
            MessageKey = message.Key,
            Kind = message.Kind,
            ConversationId = message.ConversationId,
            Body = body,
            Due = due,
            TooLate = message.TooLate ?? due + Worthwhile,
            At = now,
        }, ct);
        if (added) Wake();
        return added ? OutboxAddition.Added : OutboxAddition.AlreadyThere;
    }

    public Task<OutboxAddition> AddAsync(string key, string kind, string conversationId, AdaptiveCard card, CancellationToken ct) =>
        AddAsync(new OutboxMessage { Key = key, Kind = kind, ConversationId = conversationId, Activity = Of(card) }, ct);

    /// <summary>Takes back what has not been sent; false where it was sent already or never added.</summary>
    public Task<bool> CancelAsync(string key, CancellationToken ct) => rows.CancelAsync(key, ct);

    /// <summary>A message that shows a card.</summary>
    public static OutboundActivity Of(AdaptiveCard card) => new()
    {
        Summary = card.Summary,
        Attachments = [new(AdaptiveCard.ContentType, card.ToUtf8Json())],
    };

    /// <summary>Returns when something was added, or after <paramref name="atMost"/>.</summary>
    internal async Task WaitAsync(TimeSpan atMost, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(_added.WaitAsync(over.Token), Task.Delay(atMost, time, over.Token));
        await over.CancelAsync();
        ct.ThrowIfCancellationRequested();
    }

    internal void Wake()
    {
        try
        {
            _added.Release();
        }
        catch (SemaphoreFullException)
        {
            // The sender is about to look anyway.
        }
    }

    public void Dispose() => _added.Dispose();

    // What the turn has just noted may still be in line to be stored.
    private async Task<ConversationReference?> FindAsync(string conversationId, CancellationToken ct)
    {
        if (await conversations.FindAsync(conversationId, ct) is { } known) return known;
        await queue.FlushAsync(ct);
        return await conversations.FindAsync(conversationId, ct);
    }

    private static OutboundActivity Addressed(OutboxMessage message, ConversationReference conversation) => message.Activity with
    {
        ChannelId = conversation.ChannelId,
        ServiceUrl = conversation.ServiceUrl,
        From = conversation.BotId is { } bot ? new() { Id = bot } : null,
        Recipient = message.Activity.Recipient ?? (conversation.UserId is { } user ? new() { Id = user } : null),
        Conversation = new()
        {
            Id = message.ConversationId,
            ConversationType = conversation.Kind,
            TenantId = conversation.TenantId,
            IsGroup = conversation.Kind is "groupChat" or "channel" ? true : null,
        },
    };
}
