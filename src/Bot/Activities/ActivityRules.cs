namespace Bot.Activities;

/// <summary>What an activity must have before a turn may start.</summary>
internal static class ActivityRules
{
    private const int LongestId = 1_000;

    public static Refusal? Check(Activity activity)
    {
        if (string.IsNullOrEmpty(activity.Type))
            return Missing("type", "for example \"message\"");

        // A type we do not know is accepted whatever else it holds, and then ignored.
        if (!ActivityTypes.StartsTurn(activity.Type))
            return null;
        if (string.IsNullOrEmpty(activity.Conversation?.Id))
            return Missing("conversation.id", "the conversation that the activity belongs to");
        if (string.IsNullOrEmpty(activity.From?.Id))
            return Missing("from.id", "the sender");
        if (activity.IsInvoke && string.IsNullOrEmpty(activity.Name))
            return Missing("name", "what the invoke asks for");
        return CheckId("conversation.id", activity.Conversation.Id)
            ?? CheckId("from.id", activity.From.Id)
            ?? CheckId("recipient.id", activity.Recipient?.Id)
            ?? CheckId("id", activity.Id)
            ?? CheckId("replyToId", activity.ReplyToId)
            ?? CheckList("entities", activity.Entities)
            ?? CheckList("attachments", activity.Attachments)
            ?? CheckList("membersAdded", activity.MembersAdded)
            ?? CheckList("membersRemoved", activity.MembersRemoved)
            ?? CheckList("reactionsAdded", activity.ReactionsAdded)
            ?? CheckList("reactionsRemoved", activity.ReactionsRemoved);
    }

    private static Refusal Missing(string field, string meaning) =>
        Refusal.BadRequest("MissingField", $"The field {field} is missing or empty. Set it to {meaning}.");

    private static Refusal? CheckId(string field, string? id) => id switch
    {
        { Length: > LongestId } => Refusal.BadRequest(
            "IdTooLong", $"The field {field} is longer than {LongestId} characters. Send a shorter id."),

        // In an address these two would mean another folder.
        "." or ".." => Refusal.BadRequest("IdNotAllowed", $"The field {field} may not be only dots. Send another id."),
        _ => null,
    };

    private static Refusal? CheckList<T>(string field, IReadOnlyList<T>? list)
        where T : class
    {
        for (var i = 0; i < list?.Count; i++)
        {
            if (list[i] is null)
                return Refusal.BadRequest("WrongType", $"The value of {field}[{i}] is null. Leave it out or send an object.");
        }

        return null;
    }
}
