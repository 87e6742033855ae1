using System.Text.Json;
using Bot.Activities;
using Bot.Storage;

namespace Bot.Turns;

/// <summary>Notes from activities where their conversations can be written to, and forgets what the bot was removed from.</summary>
public sealed class ConversationNotes(ConversationReferences references, LastTurns lastTurns, BlockedConversations blocked, ILogger<ConversationNotes> log)
{
    private const string Personal = "personal";

    public async ValueTask KeepAsync(Activity activity, CancellationToken ct)
    {
        if (IsFarewell(activity) || Of(activity) is not { } reference) return;
        try
        {
            // These events may mean that another process has just deleted it.
            var anew = activity.Type is ActivityTypes.InstallationUpdate or ActivityTypes.ConversationUpdate;
            await references.KeepAsync(reference, anew, ct);
            await blocked.HeardFromAsync(activity.Conversation!.Id!, anew, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // The answer is worth more than the note; the next activity brings it again.
            Log.NotNoted(log, e);
        }
    }

    public async ValueTask ForgetAsync(Activity activity)
    {
        if (!IsFarewell(activity)) return;
        var conversation = activity.Conversation!.Id!;
        await lastTurns.ForgetAsync(conversation, CancellationToken.None);
        await references.ForgetAsync(conversation, CancellationToken.None);
        if (IsWholeTeam(activity) && Text(activity.ChannelData, "team", "id") is { } team) await references.ForgetTeamAsync(team, CancellationToken.None);
        if (EventType(activity) == "channelDeleted" && Text(activity.ChannelData, "channel", "id") is { } channel)
            await references.ForgetAsync(channel, CancellationToken.None);
    }

    private static ConversationReference? Of(Activity activity)
    {
        if (string.IsNullOrEmpty(activity.ServiceUrl) || activity.Conversation is not { Id: { Length: > 0 } id } conversation) return null;
        var isPersonal = conversation.ConversationType is Personal or null && conversation.IsGroup is not true;
        return new ConversationReference
        {
            Id = ConversationReference.IdOf(id),
            ChannelId = activity.ChannelId ?? "",
            ServiceUrl = activity.ServiceUrl,
            Kind = conversation.ConversationType ?? (isPersonal ? Personal : null),
            TenantId = conversation.TenantId ?? Text(activity.ChannelData, "tenant", "id"),
            BotId = activity.Recipient?.Id,
            UserId = isPersonal ? activity.From?.Id : null,
            TeamId = isPersonal ? null : Text(activity.ChannelData, "team", "id"),
        };
    }

    // An upgrade removes and adds again; it ends nothing.
    private static bool IsFarewell(Activity activity) => activity.Type switch
    {
        ActivityTypes.InstallationUpdate => activity.Action == "remove",
        ActivityTypes.ConversationUpdate => IsWholeTeam(activity) || EventType(activity) == "channelDeleted" || RemovesUs(activity),
        _ => false,
    };

    private static bool IsWholeTeam(Activity activity) => activity.Type == ActivityTypes.InstallationUpdate
        || EventType(activity) is "teamDeleted" or "teamHardDeleted" || RemovesUs(activity);

    private static bool RemovesUs(Activity activity) =>
        activity.Recipient?.Id is { } us && activity.MembersRemoved is { } removed && removed.Any(member => member.Id == us);

    private static string? EventType(Activity activity) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty("eventType", out var type) && type.ValueKind == JsonValueKind.String
            ? type.GetString() : null;

    private static string? Text(JsonElement? data, string holder, string name) =>
        data is { ValueKind: JsonValueKind.Object } all
        && all.TryGetProperty(holder, out var held) && held.ValueKind == JsonValueKind.Object
        && held.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text ? text : null;
}
