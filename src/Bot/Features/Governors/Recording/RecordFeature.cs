using Bot.Cards;
using Bot.Storage.Governors;
using Bot.Trusts;
using Bot.Turns;

namespace Bot.Features.Governors.Recording;

/// <summary>Keeps what a governor was told, and reads it back.</summary>
public sealed class RecordFeature(Workspaces workspaces, MeetingNotes notes) : IFeature, IListener
{
    private const string OnlyPersonal = "Your notes are private, so I show them only in your personal chat with me. To show them here, say \"share with my council\".";
    private const string ShareWhere = "Go to the group chat or channel of your council, add me there, and say \"share with my council\". Everyone there can then read your notes for this trust.";
    private const string Changed = "This note was changed on another device while you wrote. Nothing is lost: what is kept now is below, and your own text is still in the form. Save again to put yours in its place.";
    private const string Cleaned = "Personal details such as phone numbers were taken out before your note was kept.";
    private const string Unclear = "I could not tell which question you mean. Open it again from the list of the 8 questions.";

    public string Name => "Record";

    public IReadOnlyCollection<string> Handles { get; } =
    [
        RouteKey.Verb(GovernorVerbs.NoteOpen), RouteKey.DialogOpened(GovernorVerbs.NoteOpen), RouteKey.Verb(GovernorVerbs.NoteSave), RouteKey.DialogSent(GovernorVerbs.NoteSave),
        RouteKey.Verb(GovernorVerbs.NoteDelete), RouteKey.Verb(GovernorVerbs.StillOpen),
    ];

    public async ValueTask<TurnResult> HandleAsync(TurnContext turn, CancellationToken ct)
    {
        if (!turn.IsPersonal) return new TurnResult.Text(OnlyPersonal);
        var opened = await workspaces.OpenAsync(turn, "what is still open", ct);
        if (opened is not Opened.Ready { Value: var workspace }) return turn.IsDialog ? new TurnResult.Text("Choose your trust first: say \"change my trust\".") : new TurnResult.Card(((Opened.NotYet)opened).Card);
        if (turn.Press!.Verb == GovernorVerbs.StillOpen) return await ShowAsync(turn, RecordCards.StillOpen(workspace, workspaces.Snapshot), ct);
        if (turn.Press.Text("question") is not [>= '1' and <= '8'] digit || turn.Press.Text("trust") is not { } code || OwnTrusts.Find(workspaces.Snapshot.Records, code) is not { } trust)
            return new TurnResult.Text(Unclear);
        if (code != workspace.Trust.Trust.Code) workspace = await workspaces.ReadAsync(turn, trust, ct);
        var question = EightQuestion.Of(digit[0] - '0', workspaces.Snapshot);
        return turn.Press.Verb switch
        {
            GovernorVerbs.NoteSave => await SaveAsync(turn, workspace, question, ct),
            GovernorVerbs.NoteDelete => await DeleteAsync(turn, workspace, question, ct),
            _ => Shown(turn, Form(turn, workspace, question)),
        };
    }

    public async ValueTask<TurnResult?> HearAsync(TurnContext turn, string text, CancellationToken ct)
    {
        if (RecordSentence.Of(text) is not { } said) return null;
        if (said is RecordSentence.Share && turn.IsPersonal) return new TurnResult.Text(ShareWhere);
        if (said is not RecordSentence.Share && !turn.IsPersonal) return new TurnResult.Text(OnlyPersonal);
        var opened = await workspaces.OpenAsync(turn, text, ct);
        if (opened is not Opened.Ready { Value: var workspace }) return new TurnResult.Card(((Opened.NotYet)opened).Card);
        var snapshot = workspaces.Snapshot;
        return said switch
        {
            RecordSentence.Share => new TurnResult.Card(RecordCards.Shared(workspace, turn.Activity.From?.Name, snapshot)),
            RecordSentence.StillOpen => new TurnResult.Card(RecordCards.StillOpen(workspace, snapshot)),
            RecordSentence.Note note => new TurnResult.Card(Form(turn, workspace, EightQuestion.Of(note.Question ?? workspace.Walk?.Question ?? 1, snapshot))),
            RecordSentence.Heard heard => new TurnResult.Card(RecordCards.Heard(workspace, About(workspace, heard.Topic), heard.Topic, snapshot)),
            _ => null,
        };
    }

    private MeetingNote[] About(Workspace workspace, string topic)
    {
        if (topic.Length == 0) return [.. workspace.Notes];
        var question = Topic.QuestionOf(topic, workspaces.Snapshot);
        return [.. workspace.Notes.Where(note => note.Question == question
            || note.Answer.Contains(topic, StringComparison.OrdinalIgnoreCase) || note.FollowUp.Contains(topic, StringComparison.OrdinalIgnoreCase))];
    }

    private static AdaptiveCard Form(TurnContext turn, Workspace workspace, EightQuestion question)
    {
        var form = workspace.Current(question.Number) is { } kept
            ? NoteForm.Of(kept)
            : new NoteForm { Status = nameof(NoteStatus.Asked), Meeting = NoteForm.Day(workspace.Meeting ?? turn.Today) };
        return NoteFormCard.Of(question, workspace.Trust.Trust.Code, form, turn.IsDialog);
    }

    private async ValueTask<TurnResult> SaveAsync(TurnContext turn, Workspace workspace, EightQuestion question, CancellationToken ct)
    {
        var form = NoteForm.Read(turn.Press!);
        AdaptiveCard Again(NoteForm again, string problem, MeetingNote? kept = null) =>
            NoteFormCard.Of(question, workspace.Trust.Trust.Code, again, turn.IsDialog, problem, kept);
        if (form.Answer.Length > NoteForm.MostCharacters) return new TurnResult.Text(form.Problem(turn.Today)!);
        var isLong = form.Answer.Length > NoteForm.MostSentBack;
        var problem = form.Problem(turn.Today);
        if (problem is not null && !isLong) return Shown(turn, Again(form, problem));
        if (problem is not null) form = form.Mended(workspace.Meeting ?? turn.Today, turn.Today);
        var note = form.ToNote(workspace.Trust.Trust.Code, question.Number);
        // Moved to another meeting, it is a new note there; the old one stays as the record of its own meeting.
        if (form.OldMeeting != form.Meeting) note = note with { Version = 0 };
        if (form.Adds) note = note with { Answer = Both(At(workspace, note)?.Answer, note.Answer) };
        if (!await notes.WriteAsync(turn.UserId, note, ct))
        {
            var now = At(await workspaces.ReadAsync(turn, workspace.Trust, ct), note);
            if (!isLong || now is null) return Shown(turn, Again(form with { Version = now?.Version ?? 0, OldMeeting = form.Meeting }, Changed, now));
            note = note with { Version = now.Version, Answer = Both(now.Answer, note.Answer) };
            if (!await notes.WriteAsync(turn.UserId, note, ct)) return new TurnResult.Text(Changed);
        }

        return await SavedAsync(turn, workspace, note, question, Remark(form, note, problem), ct);
    }

    private static MeetingNote? At(Workspace workspace, MeetingNote note) => workspace.Notes.FirstOrDefault(n => n.Question == note.Question && n.Meeting == note.Meeting);

    private static string Both(string? kept, string added) => $"{kept}\n\n{added}".Trim();

    private static string? Remark(NoteForm form, MeetingNote note, string? problem)
    {
        string?[] remarks =
        [
            note.Answer.Length > NoteForm.MostInForm ? $"Your note has {note.Answer.Length:N0} characters. All of it is kept. Cards show its beginning, your pack holds all of it." : null,
            problem is null ? null : $"What could not be read was left out. {problem}",
            form.IsCleaned ? Cleaned : null,
        ];
        return remarks.All(remark => remark is null) ? null : string.Join(' ', remarks.OfType<string>());
    }

    private static async ValueTask<TurnResult> SavedAsync(TurnContext turn, Workspace workspace, MeetingNote note, EightQuestion question, string? remark, CancellationToken ct)
    {
        var card = RecordCards.Saved(workspace, note, question, remark);
        if (!turn.IsDialog) return new TurnResult.Card(card);
        await turn.SendAsync(card, ct);
        return TurnResult.Nothing;
    }

    private async ValueTask<TurnResult> DeleteAsync(TurnContext turn, Workspace workspace, EightQuestion question, CancellationToken ct)
    {
        var day = DateInput.Read(turn.Press!.Text("meeting"));
        var note = workspace.Notes.FirstOrDefault(n => n.Question == question.Number && n.Meeting == day);
        var deleted = note is not null && await notes.DeleteAsync(turn.UserId, note, ct);
        return new TurnResult.Text(deleted ? $"Your note on question {question.Number} of {SpokenDate.Words(day!.Value)} is deleted." : "That note was deleted before.");
    }

    private static TurnResult Shown(TurnContext turn, AdaptiveCard card) =>
        turn.IsDialog ? new TurnResult.Dialog(NoteFormCard.Title, card) : new TurnResult.Card(card);

    private static async ValueTask<TurnResult> ShowAsync(TurnContext turn, AdaptiveCard card, CancellationToken ct)
    {
        if (!turn.IsInvoke) return new TurnResult.Card(card);
        await turn.SendAsync(card, ct);
        return new TurnResult.Text("What is still open is below.");
    }
}
