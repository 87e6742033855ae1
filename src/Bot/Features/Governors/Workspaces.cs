using Bot.Cards;
using Bot.Knowledge;
using Bot.Knowledge.Records;
using Bot.Storage.Governors;
using Bot.Trusts;
using Bot.Turns;

namespace Bot.Features.Governors;

/// <summary>Opens the workspace of whoever takes part in a turn, for the trust that they act for.</summary>
public sealed class Workspaces(KnowledgeStore knowledge, OwnTrusts trusts, Walks walks, MeetingNotes notes, WaitingSentence waiting)
{
    private const string NotToldApart = "I cannot tell you from others in this chat, so I can keep neither your trust nor your notes.";

    public KnowledgeSnapshot Snapshot => knowledge.Current;

    /// <param name="turn">Whose.</param>
    /// <param name="sentence">What is done once a trust was chosen, where there is none yet.</param>
    /// <param name="ct">Gives up.</param>
    public async ValueTask<Opened> OpenAsync(TurnContext turn, string sentence, CancellationToken ct)
    {
        var records = Snapshot.Records;
        if (turn.UserId.Length == 0) return new Opened.NotYet(NoCouncilCard.Plain("Your trust is not known", NotToldApart));
        if (await trusts.ReadAsync(turn.UserId, records, ct) is not { Current: var trust })
            return new Opened.NotYet(await waiting.AskAsync(turn, records, sentence, ct));
        if (!trust.Trust.IsOpenNow) return new Opened.NotYet(ChoosingCard.AfterClosing(records, trust.Trust, sentence));
        return trust.Trust.IsFoundation ? new Opened.Ready(await ReadAsync(turn, trust, ct)) : new Opened.NotYet(NoCouncilCard.Of(trust, sentence));
    }

    public async ValueTask<Workspace> ReadAsync(TurnContext turn, TrustSubject trust, CancellationToken ct) => new(
        trust,
        await walks.ReadAsync(turn.UserId, trust.Trust.Code, ct),
        await notes.ReadAsync(turn.UserId, trust.Trust.Code, ct));

    /// <param name="person">Key of a person who is not there now, for a reminder.</param>
    /// <param name="trust">For which trust.</param>
    /// <param name="ct">Gives up.</param>
    public async ValueTask<Workspace> OfPersonAsync(string person, TrustSubject trust, CancellationToken ct) => new(
        trust,
        await walks.OfPersonAsync(person, trust.Trust.Code, ct),
        await notes.OfPersonAsync(person, trust.Trust.Code, ct));

    /// <summary>The workspace in which the person is walking; null where they have begun none for their trust.</summary>
    public async ValueTask<Workspace?> WalkingAsync(TurnContext turn, CancellationToken ct)
    {
        if (turn.UserId.Length == 0 || await trusts.ReadAsync(turn.UserId, Snapshot.Records, ct) is not { Current: { Trust: { IsOpenNow: true, IsFoundation: true } } trust }) return null;
        var workspace = await ReadAsync(turn, trust, ct);
        return workspace.Walk is null ? null : workspace;
    }

    public async ValueTask<Workspace> GoAsync(TurnContext turn, Workspace workspace, int question, CancellationToken ct) =>
        await KeepAsync(turn, workspace, new Walk { Trust = workspace.Trust.Trust.Code, Question = question, Meeting = workspace.Meeting }, ct);

    public async ValueTask<Workspace> PrepareAsync(TurnContext turn, Workspace workspace, DateOnly meeting, CancellationToken ct) =>
        await KeepAsync(turn, workspace, new Walk { Trust = workspace.Trust.Trust.Code, Question = workspace.Walk?.Question ?? 1, Meeting = meeting }, ct);

    private async ValueTask<Workspace> KeepAsync(TurnContext turn, Workspace workspace, Walk walk, CancellationToken ct)
    {
        await walks.WriteAsync(turn.UserId, walk, ct);
        return workspace with { Walk = walk };
    }
}
