using System.Text.Json;
using Bot.Activities;

namespace Bot.Turns;

/// <summary>Where an activity wants to go: a route key, with what was pressed or said; or why it can go nowhere.</summary>
internal sealed record Destination(string Key, string Text = "", CardPress? Press = null, InvokeReply? Refused = null, bool IsDialog = false)
{
    private const string CardAction = "adaptiveCard/action";
    private const string ReceivedFile = "application/vnd.microsoft.teams.file.download.info";
    private const int LongestVerb = 1_000;
    private static readonly JsonElement s_noData = JsonSerializer.SerializeToElement(new Dictionary<string, string>());

    public static Destination Of(Activity activity) => activity.Type switch
    {
        ActivityTypes.Message => OfMessage(activity),
        ActivityTypes.Invoke when activity.Name == CardAction => OfCardAction(activity),
        ActivityTypes.Invoke when activity.Name == DialogReply.Fetch => OfDialog(activity, RouteKey.DialogOpened),
        ActivityTypes.Invoke when activity.Name == DialogReply.Submit => OfDialog(activity, RouteKey.DialogSent),
        ActivityTypes.Invoke => new(RouteKey.Invoke(activity.Name ?? ""), IsDialog: activity.Name == DialogReply.FetchFeedback),
        ActivityTypes.MessageUpdate when !IsForUs(activity) => new(RouteKey.Overheard),
        ActivityTypes.MessageUpdate => new(RouteKey.Event(activity.Type), MentionText.Strip(activity)),
        _ => new(RouteKey.Event(activity.Type ?? "")),
    };

    private static Destination OfMessage(Activity activity)
    {
        var text = MentionText.Strip(activity);
        if (activity.Attachments?.Any(attachment => attachment.ContentType == ReceivedFile) ?? false)
            return new(RouteKey.File, text);
        return text.Length == 0 && activity.Value is { ValueKind: JsonValueKind.Object } value && VerbOf(value) is { } verb
            ? new(RouteKey.Verb(verb), text, new(verb, value, activity.ReplyToId))
            : new(IsForUs(activity) ? RouteKey.Message : RouteKey.Overheard, text);
    }

    // Where several people talk, only what names us is meant for us; a team may let us hear the rest.
    private static bool IsForUs(Activity activity) => !activity.IsShared || MentionText.NamesUs(activity);

    private static Destination OfCardAction(Activity activity)
    {
        if (activity.Value is not { ValueKind: JsonValueKind.Object } value
            || !value.TryGetProperty("action", out var action)
            || action.ValueKind != JsonValueKind.Object)
            return Malformed("value.action must be an object: {\"action\": {\"type\": \"Action.Execute\", \"verb\": …, \"data\": {…}}}.");
        if (!action.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || !type.ValueEquals("Action.Execute"u8))
            return Malformed("value.action.type must be \"Action.Execute\".");
        if (VerbOf(action) is not { } verb)
            return Malformed($"value.action.verb must be a text of 1 to {LongestVerb} characters.");
        var data = s_noData;
        if (action.TryGetProperty("data", out var given) && given.ValueKind != JsonValueKind.Null)
        {
            if (given.ValueKind != JsonValueKind.Object)
                return Malformed("value.action.data must be an object.");
            data = given;
        }

        return new(RouteKey.Verb(verb), Press: new(verb, data, activity.ReplyToId));
    }

    private static Destination OfDialog(Activity activity, Func<string, string> key)
    {
        if (activity.Value is not { ValueKind: JsonValueKind.Object } value
            || !value.TryGetProperty("data", out var data)
            || data.ValueKind != JsonValueKind.Object
            || VerbOf(data) is not { } verb)
            return Malformed($"value.data must be an object whose verb is a text of 1 to {LongestVerb} characters.");
        return new(key(verb), Press: new(verb, data, activity.ReplyToId), IsDialog: true);
    }

    private static string? VerbOf(JsonElement holder) =>
        holder.TryGetProperty("verb", out var verb)
        && verb.ValueKind == JsonValueKind.String
        && verb.GetString() is { Length: > 0 and <= LongestVerb } text
            ? text
            : null;

    private static Destination Malformed(string message) =>
        new("", Refused: InvokeReply.From(Refusal.BadRequest("BadInvokeValue", message)));
}
