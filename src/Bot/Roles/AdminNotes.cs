using Bot.Activities;
using Bot.Cards;
using Bot.Proactive;
using Bot.Storage;

namespace Bot.Roles;

/// <summary>Tells every admin something once, in their own chat, without being asked. Admins are known from the first time they wrote to the guide.</summary>
public sealed class AdminNotes(RoleHolders holders, RoleCheck roles, ConversationReferences conversations, ConversationClient client, Outbox outbox)
{
    private const string Kind = "admin note";

    /// <param name="key">Names what was found: the same key again is told to nobody twice.</param>
    /// <param name="card">What is said.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>To how many it will be told.</returns>
    public async Task<int> TellAsync(string key, AdaptiveCard card, CancellationToken ct)
    {
        var told = 0;
        foreach (var holder in await holders.ListAsync(ct))
        {
            if (!Guid.TryParse(holder.ObjectId, out var person) || await roles.OfAsync(person, ct) != Role.Admin) continue;
            if (await ChatAsync(holder, ct) is { } chat && await outbox.AddAsync($"{key} {chat}", Kind, chat, card, ct) == OutboxAddition.Added) told++;
        }

        return told;
    }

    private async Task<string?> ChatAsync(RoleHolder holder, CancellationToken ct)
    {
        if (await conversations.FindPersonalAsync(holder.UserId, ct) is { } known) return known.Id;
        // They were heard in a team or group chat only, so their own chat has to be opened.
        if (await conversations.FindAsync(holder.ConversationId, ct) is not { TenantId: { } tenant } heard || !Uri.TryCreate(heard.ServiceUrl, UriKind.Absolute, out var address)) return null;
        if ((await client.OpenPersonalAsync(address, tenant, holder.UserId, ct)).Value is not { Id: { Length: > 0 } opened }) return null;
        await conversations.KeepAsync(
            new ConversationReference { Id = opened, ChannelId = heard.ChannelId, ServiceUrl = heard.ServiceUrl, Kind = "personal", TenantId = tenant, BotId = heard.BotId, UserId = holder.UserId },
            anew: true, ct);
        return opened;
    }
}
