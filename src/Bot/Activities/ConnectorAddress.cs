namespace Bot.Activities;

/// <summary>The connector's paths. Ids hold ':', '@' and ';' and are encoded.</summary>
internal static class ConnectorAddress
{
    public static Uri Activities(Uri serviceUrl, string conversationId) =>
        new($"{Base(serviceUrl)}/v3/conversations/{Uri.EscapeDataString(conversationId)}/activities");

    public static Uri Activity(Uri serviceUrl, string conversationId, string activityId) =>
        new($"{Base(serviceUrl)}/v3/conversations/{Uri.EscapeDataString(conversationId)}/activities/{Uri.EscapeDataString(activityId)}");

    private static string Base(Uri serviceUrl) => serviceUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');
}
