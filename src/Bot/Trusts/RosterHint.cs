using Bot.Activities;
using Bot.Knowledge.Records;
using Bot.Turns;
using Microsoft.Extensions.Options;

namespace Bot.Trusts;

/// <summary>The domain of a person's address in the roster of the conversation: what Teams gives without any Graph permission.</summary>
internal sealed class RosterHint(ConversationClient connector, IOptions<TrustOptions> options) : ITrustHint
{
    private readonly EmailDomains _domains = EmailDomains.Read(options.Value.EmailDomains, []);

    public async ValueTask<TrustSuggestion?> FindAsync(TurnContext turn, RecordBook records, CancellationToken ct)
    {
        if (_domains.IsEmpty || turn.UserId.Length == 0 || !Uri.TryCreate(turn.Activity.ServiceUrl, UriKind.Absolute, out var service)) return null;
        // A thread's id carries the message it began with; the roster is the channel's.
        var conversation = turn.ConversationId.Split(';')[0];
        if (await connector.MemberAsync(service, conversation, turn.UserId, ct) is not { Value: { } member }) return null;
        var found = _domains.Of(member.Email, records) ?? _domains.Of(member.UserPrincipalName, records);
        return found is var (trust, domain) ? new TrustSuggestion(trust, $"Your email address in Teams ends in {domain}.") : null;
    }
}
