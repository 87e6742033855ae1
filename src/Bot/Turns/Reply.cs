using Bot.Activities;
using Bot.Cards;

namespace Bot.Turns;

internal static class Reply
{
    public static OutboundActivity Text(Activity activity, string text) =>
        OutboundActivity.ReplyTo(activity) with { Text = text, TextFormat = "plain" };

    // A card and a text in one activity would be split by Teams, and no id returned.
    public static OutboundActivity Card(Activity activity, AdaptiveCard card) =>
        OutboundActivity.ReplyTo(activity) with
        {
            Summary = card.Summary,
            Attachments = [new(AdaptiveCard.ContentType, card.ToUtf8Json())],
        };

    public static OutboundActivity Attachment(Activity activity, OutboundAttachment attachment, string summary) =>
        OutboundActivity.ReplyTo(activity) with { Summary = summary, Attachments = [attachment] };
}
