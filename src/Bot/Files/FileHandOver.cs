using Bot.Cards;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Files;

/// <summary>Acts on a person's answer to a consent card: saves the file once, or forgets it.</summary>
public sealed class FileHandOver(OfferedFiles files, FileUploads uploads, TimeProvider time, ILogger<FileHandOver> log)
{
    // Teams waits 5 seconds for the response; a slow upload goes on behind it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private const string Expired = "That file is no longer offered: it was saved or declined already, or its hour is over. Ask for it again.";
    private const string NotSaved = "The file could not be saved in your OneDrive. It is offered again below: press Allow to try once more.";

    public async ValueTask DeclineAsync(TurnContext turn, FileConsent consent, CancellationToken ct)
    {
        var text = await files.DeleteAsync(consent.OfferId, turn.ConversationId, ct)
            ? "The file was not saved, and I deleted my copy." : Expired;
        await SettleAsync(turn, "File declined", text, ct);
    }

    public async ValueTask AcceptAsync(TurnContext turn, FileConsent consent, CancellationToken ct)
    {
        if (!await files.TryClaimAsync(consent.OfferId, turn.ConversationId, ct))
        {
            await turn.SendTextAsync(Expired, ct);
            return;
        }

        var saving = SaveAsync(turn, consent);
        await Task.WhenAny(saving, Task.Delay(Patience, time, ct));
    }

    // It must end as it began, with or without somebody waiting for the response: hence no token of the turn.
    private async Task SaveAsync(TurnContext turn, FileConsent consent)
    {
        try
        {
            if (await files.ReadAsync(consent.OfferId, CancellationToken.None) is not { } file)
                await turn.SendTextAsync(Expired, CancellationToken.None);
            else if (await uploads.PutAsync(consent.Upload!.UploadUrl, file))
                await SavedAsync(turn, consent);
            else
                await OfferAgainAsync(turn, consent, file);
        }
        catch (Exception e)
        {
            Log.HandOverFailed(log, e);
        }
    }

    private async Task SavedAsync(TurnContext turn, FileConsent consent)
    {
        await files.DeleteAsync(consent.OfferId, turn.ConversationId, CancellationToken.None);
        await turn.SendAsync(FileCards.Saved(consent.Upload!), $"{consent.Upload!.Name} is in your OneDrive.", CancellationToken.None);
        await SettleAsync(turn, "File saved", "The file is in your OneDrive. I deleted my copy.", CancellationToken.None);
    }

    private async Task OfferAgainAsync(TurnContext turn, FileConsent consent, OfferedFile file)
    {
        await files.ReleaseAsync(consent.OfferId, CancellationToken.None);
        await turn.SendTextAsync(NotSaved, CancellationToken.None);
        await FileOffers.SendConsentAsync(turn, file, consent.OfferId, CancellationToken.None);
    }

    // The consent card's place is taken, so that nobody presses it again.
    private static async ValueTask SettleAsync(TurnContext turn, string heading, string text, CancellationToken ct)
    {
        if (turn.Activity.ReplyToId is { Length: > 0 } card) await turn.UpdateAsync(card, FileCards.Note(heading, text), ct);
        else await turn.SendTextAsync(text, ct);
    }
}
