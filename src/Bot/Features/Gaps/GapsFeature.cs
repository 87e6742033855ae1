using System.Globalization;
using Bot.Knowledge;
using Bot.Knowledge.Gaps;
using Bot.Roles;
using Bot.Turns;

namespace Bot.Features.Gaps;

/// <summary>Shows what people asked in vain, without saying who, and turns it into drafts.</summary>
public sealed class GapsFeature(RoleGate gate, GapBoard board, GapSaving saving, KnowledgeStore knowledge) : IFeature, IListener
{
    private const string OnlyPersonal = "I show what people asked in vain only in your personal chat with me. Say it there.";
    private const string Gone = "That group is no longer on the board: somebody dealt with it, it is answered by now, or it is older than questions are kept.";

    public string Name => "Gaps";

    public IReadOnlyCollection<string> Handles { get; } =
    [
        RouteKey.Verb(Verbs.Gaps), RouteKey.Verb(GapVerbs.Open),
        .. GapVerbs.Forms.SelectMany(verb => (string[])[RouteKey.Verb(verb), RouteKey.DialogOpened(verb)]),
        .. GapVerbs.Saves.SelectMany(verb => (string[])[RouteKey.Verb(verb), RouteKey.DialogSent(verb)]),
    ];

    public async ValueTask<TurnResult> HandleAsync(TurnContext turn, CancellationToken ct)
    {
        if (await gate.RefuseAsync(turn, Role.Editor, ct) is { } refused) return refused;
        if (!turn.IsPersonal) return new TurnResult.Text(OnlyPersonal);
        var press = turn.Press!;
        if (press.Verb == Verbs.Gaps) return await BoardAsync(Page(press), ct);
        if (press.Text("gap") is not { } id || await board.FindAsync(id, ct) is not { } group) return new TurnResult.Text(Gone);
        if (press.Verb == GapVerbs.Open) return new TurnResult.Card(GapCards.Of(group, knowledge.Current));
        return GapVerbs.Forms.Contains(press.Verb) ? Shown(turn, GapForms.Of(press, group, knowledge.Current)) : await SavedAsync(turn, press, group, ct);
    }

    /// <summary>Nobody else's sentence is taken, so that no question is eaten.</summary>
    public async ValueTask<TurnResult?> HearAsync(TurnContext turn, string text, CancellationToken ct)
    {
        if (!GapSentence.Is(text) || await gate.OfAsync(turn, ct) == Role.None) return null;
        if (await gate.RefuseAsync(turn, Role.Editor, ct) is { } refused) return refused;
        return turn.IsPersonal ? await BoardAsync(1, ct) : new TurnResult.Text(OnlyPersonal);
    }

    private async ValueTask<TurnResult> BoardAsync(int page, CancellationToken ct) => new TurnResult.Card(GapCards.Board(await board.ReadAsync(ct), page, knowledge.Current));

    private async ValueTask<TurnResult> SavedAsync(TurnContext turn, CardPress press, GapGroup group, CancellationToken ct)
    {
        var (problem, done) = await saving.SaveAsync(turn, press, group, ct);
        if (problem is not null) return Shown(turn, GapForms.Of(press, group, knowledge.Current, problem));
        if (!turn.IsDialog) return new TurnResult.Card(done!);
        await turn.SendAsync(done!, ct);
        return TurnResult.Nothing;
    }

    private static TurnResult Shown(TurnContext turn, GapForm form) => turn.IsDialog ? new TurnResult.Dialog(form.Title, form.Card) : new TurnResult.Card(form.Card);

    private static int Page(CardPress press) => int.TryParse(press.Text("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;
}
