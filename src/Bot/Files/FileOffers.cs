using Bot.Cards;
using Bot.Storage;
using Bot.Turns;
using Microsoft.Extensions.Options;

namespace Bot.Files;

/// <summary>Hands a file to a person: through Teams' consent card in a personal chat, by a link everywhere else.</summary>
public sealed class FileOffers(OfferedFiles files, FileLinks links, IOptions<FilesOptions> options)
{
    private const string OnlyPersonal = "I can send files only in a personal chat with me. Ask me there.";

    /// <summary>Offers the file in the turn's conversation. What it returns is the turn's result: words for whoever pressed a button.</summary>
    /// <param name="turn">Where.</param>
    /// <param name="name">With its ending; what file systems refuse is taken out.</param>
    /// <param name="contentType">The media type.</param>
    /// <param name="description">What it is, in one sentence with a full stop.</param>
    /// <param name="bytes">The file: not empty, and within Bot:Files:MostBytes.</param>
    /// <param name="ct">Gives up.</param>
    public async ValueTask<TurnResult> OfferAsync(
        TurnContext turn, string name, string contentType, string description, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfZero(bytes.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes.Length, options.Value.MostBytes);
        var file = new OfferedFile(FileNames.Safe(name), contentType, description, bytes);
        if (TakesConsent(turn))
            await SendConsentAsync(turn, file, await files.KeepAsync(turn.ConversationId, file, ct), ct);
        else if (links.To("") is null)
            return new TurnResult.Text(OnlyPersonal);
        else
            await turn.SendAsync(FileCards.Link(file, links.To(await files.KeepAsync(turn.ConversationId, file, ct))!), ct);
        return turn.IsInvoke ? new TurnResult.Text("The file is below.") : TurnResult.Nothing;
    }

    internal static async ValueTask SendConsentAsync(TurnContext turn, OfferedFile file, string offerId, CancellationToken ct) =>
        await turn.SendAsync(FileCards.AskingConsent(file, offerId), $"{file.Description} Allow it to be saved in your OneDrive.", ct);

    // Teams shows consent cards in personal chats only (teams-contract, section 5).
    private bool TakesConsent(TurnContext turn) =>
        turn.Activity is { ChannelId: "msteams", Conversation.ConversationType: "personal" } && !links.IsOwnPage(turn.Activity);
}
