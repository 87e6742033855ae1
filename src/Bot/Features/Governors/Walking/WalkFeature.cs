using Bot.Storage.Governors;
using Bot.Trusts;
using Bot.Turns;

namespace Bot.Features.Governors.Walking;

/// <summary>Takes a governor through the eight questions for their trust, with their place kept.</summary>
public sealed class WalkFeature(Workspaces workspaces, Terms terms) : IFeature, IListener
{
    private const string Sentence = "Take me through the eight questions";

    // "Next" after half a day may mean something else.
    private static readonly TimeSpan OnTheWay = TimeSpan.FromHours(12);

    public string Name => "Walk";

    public IReadOnlyCollection<string> Handles { get; } = [RouteKey.Verb(Verbs.Walk), RouteKey.Verb(GovernorVerbs.All)];

    public async ValueTask<TurnResult> HandleAsync(TurnContext turn, CancellationToken ct)
    {
        var opened = await workspaces.OpenAsync(turn, Sentence, ct);
        if (opened is not Opened.Ready { Value: var workspace }) return new TurnResult.Card(((Opened.NotYet)opened).Card);
        workspace = await ForAsync(turn, workspace, ct);
        if (turn.Press is { Verb: Verbs.Walk } press && Number(press) is { } number) return await ShowAsync(turn, workspace, number, null, ct);
        return new TurnResult.Card(ProgressCard.Of(workspace, workspaces.Snapshot, turn.IsPersonal));
    }

    public async ValueTask<TurnResult?> HearAsync(TurnContext turn, string text, CancellationToken ct)
    {
        if (WalkSentence.Of(text) is not { } said) return null;
        if (said is WalkSentence.Step or WalkSentence.Pick or WalkSentence.Leave) return await SteerAsync(turn, said, ct);
        var opened = await workspaces.OpenAsync(turn, text, ct);
        if (opened is not Opened.Ready { Value: var workspace }) return new TurnResult.Card(((Opened.NotYet)opened).Card);
        return said is WalkSentence.TermEnds ? await TermAsync(turn, workspace, text, ct) : await StartAsync(turn, workspace, text, said, ct);
    }

    /// <summary>One of the eight in the walk of whoever is on one; null for everything and everyone else.</summary>
    public async ValueTask<Cards.AdaptiveCard?> ForOwnTrustAsync(TurnContext turn, string article, string? note, CancellationToken ct)
    {
        if (EightQuestion.NumberOf(article) is not { } number || await workspaces.WalkingAsync(turn, ct) is not { } workspace) return null;
        return await CardAsync(turn, workspace, number, note, ct);
    }

    private async ValueTask<TurnResult?> SteerAsync(TurnContext turn, WalkSentence said, CancellationToken ct)
    {
        if (await workspaces.WalkingAsync(turn, ct) is not { Walk: { } walk } workspace || turn.Now - walk.At > OnTheWay) return null;
        switch (said)
        {
            case WalkSentence.Leave:
                return new TurnResult.Text($"Your place is kept: question {walk.Question} for {workspace.Trust.Trust.ShortName}. Say \"take me through the eight questions\" to go on, on any device.");
            case WalkSentence.Pick pick:
                return await ShowAsync(turn, workspace, pick.Question, null, ct);
            case WalkSentence.Step { By: 0 }:
                return new TurnResult.Card(ProgressCard.Of(workspace, workspaces.Snapshot, turn.IsPersonal));
            case WalkSentence.Step step when walk.Question + step.By is >= 1 and <= EightQuestion.Count and var to:
                return await ShowAsync(turn, workspace, to, step.IsSkipped ? $"Question {walk.Question} was passed over. It stays as it was." : null, ct);
            case WalkSentence.Step step:
                return new TurnResult.Card(ProgressCard.Of(workspace, workspaces.Snapshot, turn.IsPersonal, step.By > 0 ? "That was the last of the 8 questions." : "That was the first of the 8 questions."));
            default:
                return null;
        }
    }

    private async ValueTask<TurnResult> StartAsync(TurnContext turn, Workspace workspace, string text, WalkSentence said, CancellationToken ct)
    {
        var today = turn.Today;
        string? note = null;
        if (SpokenDate.In(text, today) is { } date)
        {
            if (date.Day < today) return new TurnResult.Text($"{SpokenDate.Words(date.Day)} is in the past. Give a day from today on, for example: our meeting is on {SpokenDate.Words(today.AddMonths(1))}.");
            workspace = await workspaces.PrepareAsync(turn, workspace, date.Day, ct);
            note = $"The meeting is on {SpokenDate.Words(date.Day)}.";
        }
        else if (said is WalkSentence.MeetingOn)
        {
            return new TurnResult.Text("I could not read the day. Write it like this: our meeting is on 12 January 2027.");
        }

        var card = ProgressCard.Of(workspace, workspaces.Snapshot, turn.IsPersonal, note);
        if (workspace.Walk is null) await workspaces.GoAsync(turn, workspace, 1, ct);
        return new TurnResult.Card(card);
    }

    private async ValueTask<TurnResult> TermAsync(TurnContext turn, Workspace workspace, string text, CancellationToken ct)
    {
        var trust = workspace.Trust;
        if (SpokenDate.In(text, turn.Today) is not { } date) return new TurnResult.Text("I could not read the day. Write it like this: my term ends on 30 September 2027.");
        if (date.Day < turn.Today) return new TurnResult.Text($"{SpokenDate.Words(date.Day)} is in the past. To delete your notes now, say \"delete what you hold about me\".");
        await terms.WriteAsync(turn.UserId, trust.Trust.Code, date.Day, ct);
        return new TurnResult.Text($"Your term at {trust.Name} ends on {SpokenDate.Words(date.Day)}. The day after, I delete your notes and your place in the 8 questions for this trust.");
    }

    private async ValueTask<TurnResult> ShowAsync(TurnContext turn, Workspace workspace, int number, string? note, CancellationToken ct) =>
        new TurnResult.Card(await CardAsync(turn, workspace, number, note, ct));

    private async ValueTask<Cards.AdaptiveCard> CardAsync(TurnContext turn, Workspace workspace, int number, string? note, CancellationToken ct)
    {
        workspace = await workspaces.GoAsync(turn, workspace, number, ct);
        return QuestionCard.Of(workspace, number, workspaces.Snapshot, turn.IsPersonal, note);
    }

    // A button of an earlier walk still means the trust that it was made for.
    private async ValueTask<Workspace> ForAsync(TurnContext turn, Workspace workspace, CancellationToken ct) =>
        turn.Press?.Text("trust") is { } code && code != workspace.Trust.Trust.Code && OwnTrusts.Find(workspaces.Snapshot.Records, code) is { Trust: { IsOpenNow: true, IsFoundation: true } } trust
            ? await workspaces.ReadAsync(turn, trust, ct) : workspace;

    private static int? Number(CardPress press) =>
        press.Text("question") is [>= '1' and <= '8'] text ? text[0] - '0' : null;
}
