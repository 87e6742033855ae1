using System.Collections.Frozen;
using System.Globalization;
using Bot.Activities;
using Bot.Storage;

namespace Bot.Turns;

/// <summary>When two deliveries are the same activity, and what the later one is told.</summary>
internal static class Redelivery
{
    private const string DoneAlready = "This was done already.";
    private const string UnderWay = "This is being done. Please wait a moment.";

    // They only read: answering again is safe, and cheaper than remembering.
    private static readonly FrozenSet<string> Reading = FrozenSet.Create(
        "task/fetch", "application/search", "message/fetchTask",
        "composeExtension/query", "composeExtension/queryLink", "composeExtension/anonymousQueryLink", "composeExtension/selectItem",
        "composeExtension/fetchTask", "composeExtension/querySettingUrl");

    /// <returns>Null where there is nothing to tell deliveries apart by, or no need to.</returns>
    public static ActivityKey? KeyOf(Activity activity) => activity switch
    {
        { Id: null or "" } or { Conversation: null or { Id: null } } => null,
        { Type: ActivityTypes.Invoke, Name: { } name } when Reading.Contains(name) => null,
        { Type: ActivityTypes.Message or ActivityTypes.Invoke } => ActivityKey.Of(activity.Conversation.Id, activity.Id),

        // An edit bears the id of the message that was edited, and a message can be edited many times.
        _ => ActivityKey.Of(activity.Conversation.Id, activity.Id, string.Create(
            CultureInfo.InvariantCulture, $"{activity.Type} {activity.Timestamp:O} {activity.ReplyToId} {activity.Text}")),
    };

    public static InvokeReply Response(Activity activity, Claim claim) =>
        InvokeNote.Of(activity, Destination.Of(activity), claim == Claim.Done ? DoneAlready : UnderWay);
}
