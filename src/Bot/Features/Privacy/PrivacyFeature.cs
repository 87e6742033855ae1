using Bot.Storage.Held;
using Bot.Turns;

namespace Bot.Features.Privacy;

/// <summary>Says what is held about a person, and deletes it at once.</summary>
public sealed class PrivacyFeature(HeldAboutPerson held) : IFeature, IListener
{
    private const string OnlyPersonal = "What I hold about you is nobody else's business. Ask me in your personal chat with me.";

    public string Name => "Privacy";

    public IReadOnlyCollection<string> Handles { get; } = [RouteKey.Verb(HeldCard.DeleteVerb)];

    public ValueTask<TurnResult> HandleAsync(TurnContext turn, CancellationToken ct) => DeleteAsync(turn, ct);

    public async ValueTask<TurnResult?> HearAsync(TurnContext turn, string text, CancellationToken ct) => PrivacySentence.Of(text) switch
    {
        PrivacyWish.Show when !turn.IsPersonal => new TurnResult.Text(OnlyPersonal),
        PrivacyWish.Show => new TurnResult.Card(HeldCard.Held(await held.ReadAsync(turn.UserId, ct))),
        PrivacyWish.Delete => await DeleteAsync(turn, ct),
        _ => null,
    };

    // In front of others it is done just as well, without saying what there was.
    private async ValueTask<TurnResult> DeleteAsync(TurnContext turn, CancellationToken ct)
    {
        var deleted = await held.DeleteAsync(turn.UserId, ct);
        return turn.IsPersonal ? new TurnResult.Card(HeldCard.Deleted(deleted)) : new TurnResult.Text("Done. I hold nothing about you any more.");
    }
}
