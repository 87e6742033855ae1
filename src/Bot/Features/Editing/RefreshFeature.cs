using Bot.Cards;
using Bot.Knowledge.Drafts;
using Bot.Knowledge.Sources;
using Bot.Roles;
using Bot.Turns;

namespace Bot.Features.Editing;

/// <summary>Looks into the sources, with a card that says how far it is.</summary>
public sealed class RefreshFeature(RoleGate gate, LongWork work, Refreshing refreshing) : IFeature
{
    public string Name => "Refresh";

    public IReadOnlyCollection<string> Handles { get; } = [RouteKey.Verb(EditingVerbs.Refresh)];

    public async ValueTask<TurnResult> HandleAsync(TurnContext turn, CancellationToken ct) =>
        await gate.RefuseAsync(turn, Role.Editor, ct) ?? await RefreshAsync(turn, null, ct);

    /// <param name="turn">Who asks.</param>
    /// <param name="source">Its name in the settings; null for all of them.</param>
    /// <param name="ct">The end of the turn.</param>
    public async ValueTask<TurnResult> RefreshAsync(TurnContext turn, string? source, CancellationToken ct)
    {
        var role = await gate.OfAsync(turn, ct);
        var editor = new Editor(RoleGate.IdOf(turn), "Refreshed in the chat.");
        return await work.StartAsync(turn, RefreshCard.Looking, async (show, stop) =>
            RefreshCard.Ended(await refreshing.RunAsync(source, new Shown(show), editor, stop), role), ct);
    }

    // Told on any thread, a thousand times perhaps: the card that waits is replaced, and one is sent now and then.
    private sealed class Shown(Action<AdaptiveCard> show) : IProgress<RefreshProgress>
    {
        public void Report(RefreshProgress value) => show(RefreshCard.Progress(value));
    }
}
