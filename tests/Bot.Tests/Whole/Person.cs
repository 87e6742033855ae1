using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Tests.Fakes;

namespace Bot.Tests.Whole;

/// <summary>Somebody in a conversation with the guide, and what they send, as Teams would send it.</summary>
public sealed class Person
{
    private const string Bot = "28:aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    private int _sent;

    private Person(string conversationId, string userId, string kind) => (ConversationId, UserId, Kind) = (conversationId, userId, kind);

    public string ConversationId { get; }

    public string UserId { get; }

    public string Kind { get; }

    /// <summary>Who they are in Microsoft Entra; as recorded where null.</summary>
    public Guid? EntraId { get; init; }

    /// <summary>Nobody that another test knows.</summary>
    public static Person New(string kind = "personal", Guid? entraId = null) => new($"a-{Guid.NewGuid():n}", $"29-{Guid.NewGuid():n}", kind) { EntraId = entraId };

    /// <summary>The other person, in this conversation.</summary>
    public Person As(Person other) => new(ConversationId, other.UserId, Kind);

    /// <summary>Somebody else in the same conversation.</summary>
    public Person Colleague() => new(ConversationId, $"29-{Guid.NewGuid():n}", Kind);

    public JsonObject Says(string text, Uri? serviceUrl = null)
    {
        var activity = Recorded("TeamsPersonalMessage", serviceUrl);
        activity["text"] = text;
        activity.Remove("attachments");
        return Kind == "personal" ? activity : Mentioning(activity);
    }

    /// <summary>Changes the words of an earlier message; it keeps its id.</summary>
    public JsonObject Edits(JsonObject message, string text, Uri serviceUrl, string how = "TeamsMessageEdit")
    {
        var activity = Again(message, how, serviceUrl);
        activity["text"] = text;
        activity.Remove("attachments");
        return Kind == "personal" ? activity : Mentioning(activity);
    }

    public JsonObject Deletes(JsonObject message, Uri serviceUrl) => Again(message, "TeamsMessageDelete", serviceUrl);

    /// <summary>A thumb of Teams under a message: its form is asked for, or sent.</summary>
    public JsonObject Thumbs(string messageId, string recorded, string reaction, Uri serviceUrl)
    {
        var activity = Recorded(recorded, serviceUrl);
        activity["replyToId"] = messageId;
        ((activity["value"]!["data"] ?? activity["value"])!)["actionValue"]!["reaction"] = reaction;
        return activity;
    }

    public JsonObject ReactsTo(string messageId, Uri serviceUrl, string reaction = "like", bool removed = false)
    {
        var activity = Recorded(removed ? "TeamsReactionRemoved" : "TeamsMessageReaction", serviceUrl);
        activity["replyToId"] = messageId;
        activity[removed ? "reactionsRemoved" : "reactionsAdded"]![0]!["type"] = reaction;
        return activity;
    }

    /// <summary>A button of a dialog, or one that opens it.</summary>
    public JsonObject Dialog(string name, JsonNode data, Uri serviceUrl)
    {
        var activity = Recorded("TeamsDialogFetch", serviceUrl);
        activity["name"] = name;
        activity["value"]!["data"] = data.DeepClone();
        return activity;
    }

    /// <summary>Action.Execute on a button of ours.</summary>
    public JsonObject Presses(JsonElement button, Uri serviceUrl)
    {
        var activity = Recorded("TeamsCardAction", serviceUrl);
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = button.GetProperty("verb").GetString(),
                ["data"] = JsonNode.Parse(button.GetProperty("data").GetRawText()),
            },
            ["trigger"] = "manual",
        };
        return activity;
    }

    /// <summary>The same button in a client that knows only Action.Submit: a message without text.</summary>
    public JsonObject Submits(JsonElement button, Uri? serviceUrl = null)
    {
        var activity = Recorded("TeamsCardSubmit", serviceUrl);
        activity["value"] = JsonNode.Parse(button.GetProperty("fallback").GetProperty("data").GetRawText());
        return activity;
    }

    public JsonObject Joins(Uri serviceUrl, params string[] members)
    {
        var activity = Recorded("TeamsConversationUpdate", serviceUrl);
        string[] added = members.Length > 0 ? members : [UserId, Bot];
        activity["membersAdded"] = new JsonArray([.. added.Select(id => new JsonObject { ["id"] = id })]);
        return activity;
    }

    public JsonObject Installs(Uri serviceUrl, string action = "add")
    {
        var activity = Recorded("TeamsInstallationAdd", serviceUrl);
        activity["action"] = action;
        return activity;
    }

    public JsonObject Invokes(string name, Uri serviceUrl)
    {
        var activity = Recorded("TeamsCardAction", serviceUrl);
        activity["name"] = name;
        activity["value"] = new JsonObject();
        return activity;
    }

    public JsonObject DropsAFile(string text) => DropsAFile(text, null, null, null);

    /// <param name="text">Written beside it.</param>
    /// <param name="name">Of the file; as recorded where null.</param>
    /// <param name="at">Where it can be fetched.</param>
    /// <param name="serviceUrl">The connector.</param>
    public JsonObject DropsAFile(string text, string? name, Uri? at, Uri? serviceUrl)
    {
        var activity = Recorded("TeamsFileMessage", serviceUrl);
        activity["text"] = text;
        var file = activity["attachments"]![0]!;
        if (name is not null) file["name"] = name;
        if (at is not null) file["content"]!["downloadUrl"] = at.AbsoluteUri;
        return activity;
    }

    /// <summary>The answer to a consent card of ours.</summary>
    /// <param name="context">The card's acceptContext or declineContext.</param>
    /// <param name="uploadUrl">Where Teams would have the file put; null declines.</param>
    /// <param name="serviceUrl">The connector.</param>
    public JsonObject AnswersAnOffer(JsonElement context, Uri? uploadUrl, Uri serviceUrl)
    {
        var activity = Recorded("TeamsFileConsent", serviceUrl);
        var value = activity["value"]!;
        value["context"] = JsonNode.Parse(context.GetRawText());
        if (uploadUrl is not null)
            value["uploadInfo"]!["uploadUrl"] = uploadUrl.AbsoluteUri;
        else
            (value["action"], value["uploadInfo"]) = ("decline", null);
        return activity;
    }

    private JsonObject Again(JsonObject message, string recorded, Uri serviceUrl)
    {
        var activity = Recorded(recorded, serviceUrl);
        activity["id"] = message["id"]!.GetValue<string>();
        return activity;
    }

    private static JsonObject Mentioning(JsonObject activity)
    {
        activity["text"] = $"<at>ICS Guide</at> {activity["text"]}";
        activity["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = "<at>ICS Guide</at>",
            ["mentioned"] = new JsonObject { ["id"] = Bot, ["name"] = "ICS Guide" },
        });
        return activity;
    }

    private JsonObject Recorded(string name, Uri? serviceUrl)
    {
        var activity = RecordedActivity.Load(name);
        activity["id"] = $"{ConversationId}-{UserId[^6..]}-{Interlocked.Increment(ref _sent)}";
        activity["from"]!["id"] = UserId;
        if (EntraId is { } entra) activity["from"]!["aadObjectId"] = entra.ToString();
        activity["conversation"]!["id"] = ConversationId;
        activity["conversation"]!["conversationType"] = Kind;
        if (serviceUrl is not null)
            activity["serviceUrl"] = serviceUrl.AbsoluteUri;
        return activity;
    }
}
