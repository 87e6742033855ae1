using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bot.Activities;

public sealed partial class ConversationClient
{
    /// <summary>The largest page of a roster that Teams gives.</summary>
    public const int MostMembers = 500;

    /// <summary>One person, with mail address and user principal name; Gone where they are not a member.</summary>
    public ValueTask<Fetched<ConversationMember>> MemberAsync(Uri serviceUrl, string conversationId, string userId, CancellationToken ct) =>
        GetAsync(
            Get(serviceUrl, ConnectorAddress.Member(serviceUrl, conversationId, userId), conversationId), ActivityJson.Default.ConversationMember, ct);

    /// <summary>A page of the roster; the first one without <paramref name="continuationToken"/>.</summary>
    public ValueTask<Fetched<MembersPage>> MembersAsync(
        Uri serviceUrl, string conversationId, int pageSize, string? continuationToken, CancellationToken ct) =>
        GetAsync(
            Get(serviceUrl, ConnectorAddress.Members(serviceUrl, conversationId, Math.Clamp(pageSize, 1, MostMembers), continuationToken), conversationId),
            ActivityJson.Default.MembersPage, ct);

    public ValueTask<Fetched<TeamDetails>> TeamAsync(Uri serviceUrl, string teamId, CancellationToken ct) =>
        GetAsync(Get(serviceUrl, ConnectorAddress.Team(serviceUrl, teamId)), ActivityJson.Default.TeamDetails, ct);

    public ValueTask<Fetched<TeamChannels>> ChannelsAsync(Uri serviceUrl, string teamId, CancellationToken ct) =>
        GetAsync(Get(serviceUrl, ConnectorAddress.Channels(serviceUrl, teamId)), ActivityJson.Default.TeamChannels, ct);

    public ValueTask<Fetched<MeetingDetails>> MeetingAsync(Uri serviceUrl, string meetingId, CancellationToken ct) =>
        GetAsync(Get(serviceUrl, ConnectorAddress.Meeting(serviceUrl, meetingId)), ActivityJson.Default.MeetingDetails, ct);

    /// <param name="entraId">The person's object id in Microsoft Entra.</param>
    public ValueTask<Fetched<MeetingParticipant>> ParticipantAsync(
        Uri serviceUrl, string meetingId, string entraId, string tenantId, CancellationToken ct) =>
        GetAsync(Get(serviceUrl, ConnectorAddress.Participant(serviceUrl, meetingId, entraId, tenantId)), ActivityJson.Default.MeetingParticipant, ct);

    private async ValueTask<Fetched<T>> GetAsync<T>(ConnectorRequest call, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class =>
        Read(await transport.SendAsync(call, ct), type);

    private static ConnectorRequest Get(Uri serviceUrl, Uri address, string? rosterOf = null) =>
        new(HttpMethod.Get, serviceUrl, address, default) { ConversationId = rosterOf, IsRoster = true, WantsBody = true };

    private static Fetched<T> Read<T>(DeliveryResult result, JsonTypeInfo<T> type)
        where T : class
    {
        if (!result.IsDelivered)
            return new(result.Outcome, result.Status, null, result.Code, result.RetryAfter);
        try
        {
            if (!result.Body.IsEmpty && JsonSerializer.Deserialize(result.Body.Span, type) is { } value)
                return new(DeliveryOutcome.Delivered, result.Status, value);
        }
        catch (JsonException)
        {
            // Told below: an answer that cannot be read is as good as none.
        }

        return new(DeliveryOutcome.Failed, result.Status, null, "UnreadableAnswer");
    }
}
