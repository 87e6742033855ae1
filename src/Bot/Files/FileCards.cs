using System.Text.Json;
using Bot.Activities;
using Bot.Cards;
using Bot.Storage;

namespace Bot.Files;

/// <summary>Teams' own two cards for files, and a card of ours with a link.</summary>
internal static class FileCards
{
    private const string Consent = "application/vnd.microsoft.teams.card.file.consent";
    private const string Info = "application/vnd.microsoft.teams.card.file.info";

    /// <summary>Teams asks the person whether the file may be put into their OneDrive.</summary>
    public static OutboundAttachment AskingConsent(OfferedFile file, string offerId)
    {
        var context = new { offer = offerId };
        var content = new { description = file.Description, sizeInBytes = file.Bytes.Length, acceptContext = context, declineContext = context };
        return new OutboundAttachment(Consent, JsonSerializer.SerializeToUtf8Bytes(content)) { Name = file.Name };
    }

    /// <summary>The saved file, to open from the chat.</summary>
    public static OutboundAttachment Saved(UploadPlace place) =>
        new(Info, JsonSerializer.SerializeToUtf8Bytes(new { uniqueId = place.UniqueId, fileType = place.FileType })) { Name = place.Name, ContentUrl = place.ContentUrl };

    public static AdaptiveCard Link(OfferedFile file, Uri address) => Card(
        "Your file is ready",
        $"{CardParts.Plain(file.Description)} Its name is {CardParts.Plain(file.Name)}. Download it within one hour. Everyone who sees this message can download it.",
        new OpenUrlAction("Download the file", address.AbsoluteUri));

    public static AdaptiveCard Note(string heading, string text) => Card(heading, text);

    private static AdaptiveCard Card(string heading, string text, params CardAction[] actions) => new()
    {
        Body = [CardParts.Heading(heading), new TextBlock(text), .. actions.Length > 0 ? (CardElement[])[new ActionSet(actions)] : []],
        FallbackText = $"{heading}. {text}",
        Summary = $"{heading}. {text}",
    };
}
