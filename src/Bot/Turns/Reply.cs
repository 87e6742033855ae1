using System.Text.Json;
using Bot.Activities;
using Bot.Cards;

namespace Bot.Turns;

internal static class Reply
{
    private const string Teams = "msteams";

    // Custom, so that the words of the form, and what it keeps, are ours.
    private static readonly JsonElement AsksFeedback = JsonElement.Parse("""{"feedbackLoop":{"type":"custom"}}""");

    public static OutboundActivity Text(Activity activity, string text, IReadOnlyList<Citation>? citations = null) =>
        OutboundActivity.ReplyTo(activity) with { Text = text, TextFormat = "plain", Citations = citations };

    /// <summary>The same for one member's eyes; its conversation id keeps it in the thread.</summary>
    public static OutboundActivity Targeted(OutboundActivity reply) =>
        reply with { Recipient = reply.Recipient! with { IsTargeted = true }, ReplyToId = null };

    // A card and a text in one activity would be split by Teams, and no id returned.
    public static OutboundActivity Card(Activity activity, AdaptiveCard card) =>
        OutboundActivity.ReplyTo(activity) with
        {
            Summary = card.Summary,
            Attachments = [new(AdaptiveCard.ContentType, default) { Write = card.Write }],
            Suggestions = activity.IsShared ? null : card.Suggestions,
            ChannelData = card.Rating is not null && activity.ChannelId == Teams ? AsksFeedback : null,
        };

    public static OutboundActivity Attachment(Activity activity, OutboundAttachment attachment, string summary) =>
        OutboundActivity.ReplyTo(activity) with { Summary = summary, Attachments = [attachment] };
}
