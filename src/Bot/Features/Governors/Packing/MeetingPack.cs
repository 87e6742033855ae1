using Bot.Features.Governors.Recording;
using Bot.Features.Governors.Walking;
using Bot.Knowledge;
using Bot.Knowledge.Records;
using Bot.Papers;

namespace Bot.Features.Governors.Packing;

/// <summary>The paper that a governor takes into the room.</summary>
internal static class MeetingPack
{
    private const string Private =
        "The notes in this pack are your own. They are not the formal record of the meeting, and they may have to be disclosed under the Freedom of Information Act.";

    private const string Warning =
        "Councils of governors were still required in law up to early July 2026. The law may have changed since. Check parliament.uk and ask your trust secretary.";

    /// <param name="workspace">Whose, and for which trust.</param>
    /// <param name="snapshot">The release of the turn.</param>
    /// <param name="map">A picture of the area; null where none can be drawn.</param>
    /// <param name="today">The day it is made.</param>
    public static Paper Of(Workspace workspace, KnowledgeSnapshot snapshot, ReadOnlyMemory<byte>? map, DateOnly today)
    {
        var title = $"Meeting pack for governors of {workspace.Trust.Name}";
        var questions = EightQuestion.All(snapshot).ToArray();
        return new Paper(title, "The 8 questions for governors",
        [
            .. Cover(workspace, snapshot, map, title, today),
            .. Standings(workspace, snapshot, questions),
            .. questions.SelectMany(question => QuestionPages.Of(workspace, question, snapshot)),
            .. ProofPlaces.Of(snapshot),
            .. PackSources.Of(workspace, questions, snapshot),
        ]);
    }

    private static IEnumerable<Block> Cover(Workspace workspace, KnowledgeSnapshot snapshot, ReadOnlyMemory<byte>? map, string title, DateOnly today)
    {
        var area = LocalArea.Of(workspace.Trust, snapshot.Records);
        yield return new Block.Cover(title);
        yield return new Block.Grid("About this pack", ["What", "Detail"],
        [
            ["Trust", workspace.Trust.Name],
            ["Footprint today", area.Board?.FullTitle ?? "not held"],
            ["Footprint in 2018", area.Footprint2018 ?? "not held"],
            ["Meeting", workspace.Meeting is { } meeting ? SpokenDate.Words(meeting) : "no date given"],
            ["Made on", SpokenDate.Words(today)],
            ["Records as at", LocalFacts.AsAt],
        ])
        { Widths = [1, 2] };
        if (map is { } png && area.Board is { } board) yield return PackMap.Picture(png, board, snapshot.Records);
        yield return new Block.Paragraph(Warning);
        if (workspace.Notes.Count > 0) yield return new Block.Paragraph(Private);
    }

    private static IEnumerable<Block> Standings(Workspace workspace, KnowledgeSnapshot snapshot, EightQuestion[] questions)
    {
        yield return new Block.Heading(1, "The 8 questions at a glance") { OnNewPage = true };
        yield return new Block.Grid("How each question stands", ["Question", "Subject", "How it stands"],
            [.. questions.Select(q => (IReadOnlyList<string>)[$"{q.Number}", q.Subject, HowItStands.Words(workspace, q.Number)])])
        { Widths = [2, 6, 5] };
        if (workspace.Notes.Count == 0) yield break;
        yield return new Block.Heading(1, "What is still open");
        var open = OpenMatters.Of(workspace, snapshot, plain: true);
        if (open.Sections.Count == 0) yield return new Block.Paragraph("Nothing.");
        foreach (var (heading, lines) in open.Sections)
        {
            yield return new Block.Heading(2, heading);
            yield return new Block.Bullets(lines);
        }
    }
}
