using Bot.Features.Governors.Walking;
using Bot.Knowledge;
using Bot.Storage.Governors;

namespace Bot.Features.Governors.Recording;

/// <summary>What waits: questions not yet asked, asked and not answered, concerns, and follow-ups.</summary>
/// <param name="Sections">Only those that hold something.</param>
internal sealed record OpenMatters(IReadOnlyList<(string Heading, IReadOnlyList<string> Lines)> Sections, string Summary)
{
    /// <param name="workspace">Whose.</param>
    /// <param name="snapshot">The release of the turn.</param>
    /// <param name="plain">For paper, where what was typed needs no escaping.</param>
    public static OpenMatters Of(Workspace workspace, KnowledgeSnapshot snapshot, bool plain = false)
    {
        var questions = EightQuestion.All(snapshot).Select(question => (question, note: workspace.Current(question.Number))).ToArray();
        string[] With(NoteStatus status) => [.. questions.Where(q => q.note?.Status == status).Select(q => $"{q.question.Number}. {q.question.Subject}, {SpokenDate.Words(q.note!.Meeting)}")];
        (string, IReadOnlyList<string>)[] sections =
        [
            ("Concerns", With(NoteStatus.Concern)),
            ("Asked, no answer yet", With(NoteStatus.Asked)),
            ("Follow-ups", FollowUps(workspace, plain)),
            ("Not asked yet", [.. questions.Where(q => q.note is null).Select(q => Unasked(workspace, q.question))]),
        ];
        var held = sections.Where(section => section.Item2.Count > 0).ToArray();
        var counts = string.Join(", ", held.Select(section => $"{section.Item1.ToLowerInvariant()}: {section.Item2.Count}"));
        return new OpenMatters(held, held.Length == 0 ? "Nothing is open." : $"Still open: {counts}.");
    }

    private static string[] FollowUps(Workspace workspace, bool plain) =>
    [
        .. workspace.Notes.Where(note => NoteLines.FollowUp(note, plain) is not null)
            .OrderBy(note => note.FollowUpOn ?? DateOnly.MaxValue)
            .Select(note => $"Question {note.Question}: {NoteLines.FollowUp(note, plain)}"),
    ];

    // What worried a governor at the last meeting is not forgotten when a new one is prepared.
    private static string Unasked(Workspace workspace, EightQuestion question) => workspace.Before(question.Number) is { } last
        ? $"{question.Number}. {question.Subject} (last time: {HowItStands.Of(last).ToLowerInvariant()}, {SpokenDate.Words(last.Meeting)})"
        : $"{question.Number}. {question.Subject}";
}
