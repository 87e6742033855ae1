using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Features.Governors.Walking;
using Bot.Knowledge;
using Bot.Storage.Governors;
using Bot.Turns;

namespace Bot.Features.Governors.Recording;

/// <summary>What was noted, read back.</summary>
internal static class RecordCards
{
    // A card has room for so many notes; the pack has room for all.
    private const int MostNotes = 10;

    public static AdaptiveCard Saved(Workspace workspace, MeetingNote note, EightQuestion question, string? remark)
    {
        List<CardElement> body = [];
        if (remark is not null) body.Add(new TextBlock(remark) { Weight = TextWeight.Bolder });
        body.Add(CardParts.Heading($"Kept: question {question.Number}"));
        body.Add(new TextBlock(question.Subject));
        body.AddRange(NoteLines.Of(note));
        List<CardAction> actions = [];
        if (question.Number < EightQuestion.Count) actions.Add(ProgressCard.Go($"Next: question {question.Number + 1}", question.Number + 1, workspace));
        actions.Add(new ExecuteAction("All 8 questions", GovernorVerbs.All) { SendsInputs = false });
        actions.Add(Change(workspace, question.Number));
        actions.Add(new ExecuteAction("Delete this note", GovernorVerbs.NoteDelete, Data(note)) { SendsInputs = false, Style = ActionStyle.Destructive });
        body.Add(new ActionSet(actions));
        return Card(body, $"Your note on question {question.Number} is kept.");
    }

    public static AdaptiveCard Heard(Workspace workspace, IReadOnlyList<MeetingNote> notes, string about, KnowledgeSnapshot snapshot)
    {
        var words = about.Length > 0 ? $" about {CardParts.Plain(about)}" : "";
        if (notes.Count == 0)
        {
            var none = $"You have noted nothing{words} for {workspace.Trust.Name} yet.";
            return Card([CardParts.Heading("Nothing noted yet"), new TextBlock(none), new ActionSet([new ExecuteAction("All 8 questions", GovernorVerbs.All) { SendsInputs = false }])], none);
        }

        List<CardElement> body = [CardParts.Heading("What you noted"), new TextBlock($"For {workspace.Trust.Name}{words}, the latest first.")];
        foreach (var note in notes.Take(MostNotes)) body.Add(Block(note, snapshot));
        if (notes.Count > MostNotes) body.Add(new TextBlock($"There are {notes.Count - MostNotes} older notes. Your pack holds them all."));
        body.Add(new ActionSet([new ExecuteAction("What is still open", GovernorVerbs.StillOpen) { SendsInputs = false }, Pack]));
        return Card(body, $"You noted {notes.Count} {(notes.Count == 1 ? "answer" : "answers")}{words}.");
    }

    public static AdaptiveCard StillOpen(Workspace workspace, KnowledgeSnapshot snapshot, string? lead = null)
    {
        var open = OpenMatters.Of(workspace, snapshot);
        List<CardElement> body = [];
        if (lead is not null) body.Add(new TextBlock(lead) { Weight = TextWeight.Bolder });
        body.Add(CardParts.Heading("What is still open"));
        body.Add(new TextBlock($"For {workspace.Trust.Name}{(workspace.Meeting is { } meeting ? $", meeting on {SpokenDate.Words(meeting)}" : "")}."));
        foreach (var (heading, lines) in open.Sections)
            body.AddRange([CardParts.Subheading(heading), new TextBlock(string.Join('\n', lines.Select(line => $"- {line}"))) { Spacing = Spacing.Small }]);
        if (open.Sections.Count == 0) body.Add(new TextBlock("Nothing: all 8 questions are answered, and no follow-up waits."));
        body.Add(new ActionSet([new ExecuteAction("All 8 questions", GovernorVerbs.All) { SendsInputs = false }, Pack]));
        return Card(body, open.Summary);
    }

    /// <summary>For everyone in a group or channel: nothing on it can be pressed or changed.</summary>
    public static AdaptiveCard Shared(Workspace workspace, string? by, KnowledgeSnapshot snapshot)
    {
        var who = by is { Length: > 0 } ? $"{CardParts.Plain(by)} shares this" : "A governor shares this";
        List<CardElement> body =
        [
            CardParts.Heading($"The 8 questions: {workspace.Trust.Trust.ShortName}"),
            new TextBlock($"{who} from their own notes{(workspace.Meeting is { } meeting ? $" for the meeting on {SpokenDate.Words(meeting)}" : "")}. It does not change when they do."),
        ];
        body.AddRange(EightQuestion.All(snapshot).Select(question => new Container(
        [
            CardParts.Subheading($"{question.Number}. {question.Subject}"),
            .. workspace.Current(question.Number) is { } note ? NoteLines.Of(note) : [new TextBlock(HowItStands.Words(workspace, question.Number)) { Spacing = Spacing.Small }],
        ])));
        return Card(body, $"The 8 questions for {workspace.Trust.Trust.ShortName}, shared with you.");
    }

    public static SubmitAction Change(Workspace workspace, int question) =>
        new("Change your note", GovernorVerbs.NoteOpen, QuestionCard.Data(workspace, question)) { OpensDialog = true, SendsInputs = false };

    private static ExecuteAction Pack => new("Make my pack", GovernorVerbs.Pack) { SendsInputs = false };

    private static Container Block(MeetingNote note, KnowledgeSnapshot snapshot)
    {
        var question = EightQuestion.Of(note.Question, snapshot);
        return new Container([CardParts.Subheading($"{question.Number}. {question.Subject}"), .. NoteLines.Of(note)]);
    }

    private static JsonObject Data(MeetingNote note) => new()
    {
        ["question"] = $"{note.Question}",
        ["trust"] = note.Trust,
        ["meeting"] = NoteForm.Day(note.Meeting),
    };

    private static AdaptiveCard Card(IReadOnlyList<CardElement> body, string summary) => new() { Body = body, FallbackText = summary, Summary = summary };
}
