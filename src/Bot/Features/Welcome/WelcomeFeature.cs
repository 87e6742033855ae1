using Bot.Experts;
using Bot.Storage;
using Bot.Turns;
using Microsoft.Extensions.Options;

namespace Bot.Features.Welcome;

/// <summary>First contact: exactly one card per conversation, however many events announce it.</summary>
public sealed class WelcomeFeature(Welcomes welcomes, Farewell farewell, IOptions<WelcomeOptions> options, IOptions<Person> person) : IFeature
{
    public string Name => "Welcome";

    public IReadOnlyCollection<string> Handles { get; } = [RouteKey.Event("conversationUpdate"), RouteKey.Event("installationUpdate")];

    public async ValueTask<TurnResult> HandleAsync(TurnContext turn, CancellationToken ct)
    {
        if (IsDeparture(turn))
        {
            await farewell.ForgetAsync(turn.ConversationId, ct);
            return TurnResult.Nothing;
        }

        if (!options.Value.Welcome || !IsArrival(turn) || !await welcomes.TryClaimAsync(turn.ConversationId, ct)) return TurnResult.Nothing;
        await SendAsync(turn, ct);
        return TurnResult.Nothing;
    }

    // A welcome that was not delivered is none: the next event may bring it.
    private async Task SendAsync(TurnContext turn, CancellationToken ct)
    {
        var delivered = false;
        try
        {
            delivered = await turn.SendAsync(WelcomeCard.Of(person.Value), ct) is not null;
        }
        finally
        {
            if (!delivered) await welcomes.ForgetAsync(turn.ConversationId, CancellationToken.None);
        }
    }

    // An upgrade removes and adds again; only a real farewell ends what is kept and makes a later welcome news.
    private static bool IsDeparture(TurnContext turn) => turn.Activity is { Type: "installationUpdate", Action: "remove" }
        || (turn.Activity.MembersRemoved?.Any(m => m.Id == turn.Activity.Recipient?.Id) ?? false);

    // A channel that adds only other people is no first contact; one that names us or nobody is.
    private static bool IsArrival(TurnContext turn)
    {
        if (turn.Activity.Type == "installationUpdate") return turn.Activity.Action is "add";
        var added = turn.Activity.MembersAdded;
        if (added is null or { Count: 0 }) return false;
        return turn.Activity.Conversation?.ConversationType is "personal" or null
            || added.Any(m => m.Id == turn.Activity.Recipient?.Id);
    }
}
