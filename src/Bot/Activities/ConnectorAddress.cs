namespace Bot.Activities;

/// <summary>The connector's paths. Ids hold ':', '@' and ';' and are encoded.</summary>
internal static class ConnectorAddress
{
    private const string Targeted = "?isTargetedActivity=true";

    public static Uri Conversations(Uri serviceUrl) => new($"{Base(serviceUrl)}/v3/conversations");

    /// <param name="targeted">For one member's eyes only.</param>
    public static Uri Activities(Uri serviceUrl, string conversationId, bool targeted = false) =>
        new($"{Conversation(serviceUrl, conversationId)}/activities{(targeted ? Targeted : "")}");

    public static Uri Activity(Uri serviceUrl, string conversationId, string activityId, bool targeted = false) =>
        new($"{Conversation(serviceUrl, conversationId)}/activities/{Id(activityId)}{(targeted ? Targeted : "")}");

    public static Uri Reaction(Uri serviceUrl, string conversationId, string activityId, string reaction) =>
        new($"{Conversation(serviceUrl, conversationId)}/activities/{Id(activityId)}/reactions/{Id(reaction)}");

    public static Uri Member(Uri serviceUrl, string conversationId, string userId) =>
        new($"{Conversation(serviceUrl, conversationId)}/members/{Id(userId)}");

    public static Uri Members(Uri serviceUrl, string conversationId, int pageSize, string? continuationToken)
    {
        var next = string.IsNullOrEmpty(continuationToken) ? "" : "&continuationToken=" + Id(continuationToken);
        return new($"{Conversation(serviceUrl, conversationId)}/pagedmembers?pageSize={pageSize}{next}");
    }

    public static Uri Team(Uri serviceUrl, string teamId) => new($"{Base(serviceUrl)}/v3/teams/{Id(teamId)}");

    public static Uri Channels(Uri serviceUrl, string teamId) => new($"{Base(serviceUrl)}/v3/teams/{Id(teamId)}/conversations");

    public static Uri Meeting(Uri serviceUrl, string meetingId) => new($"{Base(serviceUrl)}/v1/meetings/{Id(meetingId)}");

    public static Uri Participant(Uri serviceUrl, string meetingId, string entraId, string tenantId) =>
        new($"{Base(serviceUrl)}/v1/meetings/{Id(meetingId)}/participants/{Id(entraId)}?tenantId={Id(tenantId)}");

    private static string Conversation(Uri serviceUrl, string conversationId) =>
        $"{Base(serviceUrl)}/v3/conversations/{Id(conversationId)}";

    private static string Base(Uri serviceUrl) => serviceUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');

    // These would mean another address, whatever is done to escape them.
    private static string Id(string id) => id is "" or "." or ".."
        ? throw new ArgumentException("An id in an address may not be empty or only dots.", nameof(id))
        : Uri.EscapeDataString(id);
}
