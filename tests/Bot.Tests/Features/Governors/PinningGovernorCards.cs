using System.Text.Json;
using Bot.Cards;
using Bot.Features.Governors;
using Bot.Features.Governors.Recording;
using Bot.Features.Governors.Reminding;
using Bot.Features.Governors.Walking;
using Bot.Features.Privacy;
using Bot.Knowledge;
using Bot.Knowledge.Records;
using Bot.Storage.Governors;
using Bot.Storage.Held;
using Bot.Tests.Cards;
using Bot.Tests.Features.Questions.Cards;
using Bot.Tests.Support;
using Bot.Trusts;

namespace Bot.Tests.Features.Governors;

public sealed class PinningGovernorCards
{
    private static readonly KnowledgeSnapshot Snapshot = new("stub", Content(), StubContent.BuiltInRecords, StubContent.Snapshot.Engine);
    private static readonly TrustSubject Barnsley = OwnTrusts.Find(Snapshot.Records, "RFF")!, Lewisham = OwnTrusts.Find(Snapshot.Records, "RJ2")!;
    private static readonly DateOnly Meeting = new(2027, 1, 12), Last = new(2026, 10, 12);

    private static readonly MeetingNote Answered = new()
    {
        Trust = "RFF",
        Meeting = Meeting,
        Question = 6,
        Status = NoteStatus.Answered,
        PutTo = "the chair of finance",
        Answer = "Half of it *moved* to us.",
        FollowUp = "ask for the table",
        FollowUpOn = new(2027, 2, 1),
        Version = 1,
    };

    private static readonly Workspace Empty = new(Barnsley, null, []);
    private static readonly Workspace Desk = new(
        Barnsley, new Walk { Trust = "RFF", Question = 3, Meeting = Meeting },
        [Answered, Answered with { Question = 7, Status = NoteStatus.Concern }, Answered with { Question = 2, Meeting = Last, Status = NoteStatus.Asked, FollowUp = "", FollowUpOn = null }]);

    private static readonly Reminder Reminder = new() { Id = "0123", Trust = "RFF", ConversationId = "c", Meeting = Meeting, Due = ReminderTime.On(new DateOnly(2027, 1, 5)) };

    private static readonly IReadOnlyDictionary<string, AdaptiveCard> Cards = new Dictionary<string, AdaptiveCard>
    {
        ["ProgressAtFirst"] = ProgressCard.Of(Empty, Snapshot, isPrivate: true),
        ["Progress"] = ProgressCard.Of(Desk, Snapshot, isPrivate: true, "The meeting is on 12 January 2027."),
        ["ProgressInAGroup"] = ProgressCard.Of(Desk, Snapshot, isPrivate: false),
        ["QuestionOne"] = QuestionCard.Of(Desk, 1, Snapshot, isPrivate: true),
        ["QuestionSix"] = QuestionCard.Of(Desk, 6, Snapshot, isPrivate: true),
        ["QuestionInAGroup"] = QuestionCard.Of(Desk, 8, Snapshot, isPrivate: false),
        ["NoCouncil"] = NoCouncilCard.Of(Lewisham, "take me through the eight questions"),
        ["FormInAChat"] = NoteFormCard.Of(EightQuestion.Of(6, Snapshot), "RFF", NoteForm.Of(Answered), isDialog: false),
        ["FormWithAConflict"] = NoteFormCard.Of(EightQuestion.Of(6, Snapshot), "RFF", NoteForm.Of(Answered), isDialog: true, "This note was changed on another device.", Answered),
        ["Saved"] = RecordCards.Saved(Desk, Answered, EightQuestion.Of(6, Snapshot), null),
        ["Heard"] = RecordCards.Heard(Desk, Desk.Notes, "", Snapshot),
        ["NothingHeard"] = RecordCards.Heard(Empty, [], "finance", Snapshot),
        ["StillOpen"] = RecordCards.StillOpen(Desk, Snapshot),
        ["Shared"] = RecordCards.Shared(Desk, "Ann [Example]", Snapshot),
        ["ReminderToConfirm"] = ReminderCards.Confirm(Desk, new DateOnly(2027, 1, 5), Meeting, yearWasGuessed: true),
        ["ReminderSet"] = ReminderCards.Kept(Desk, new DateOnly(2027, 1, 5), Meeting),
        ["Reminders"] = ReminderCards.Listed([Reminder], Snapshot),
        ["NoReminders"] = ReminderCards.Listed([], Snapshot),
        ["ReminderDue"] = ReminderCards.Due(Desk, Meeting, Snapshot),
        ["Held"] = HeldCard.Held([new Holding(1, "trust that you act for", "trusts that you act for"), new Holding(3, "note on a meeting", "notes on meetings")]),
        ["Deleted"] = HeldCard.Deleted([new Holding(3, "note on a meeting", "notes on meetings")]),
    };

    public static TheoryData<string> Names => [.. Cards.Keys];

    [Theory, MemberData(nameof(Names))]
    public void ACard_IsAsApproved(string name) => ApprovedJson.Check(Cards[name].ToUtf8Json(), name);

    [Theory, MemberData(nameof(Names))]
    public Task ACard_IsDrawnWhole(string name) => CardRendering.CheckAsync($"governors-{name}", Cards[name].ToUtf8Json());

    [Theory, MemberData(nameof(Names))]
    public void ACard_HasAShortHeading_AndSaysWhatItIs(string name)
    {
        Assert.InRange(CardReading.Heading(JsonElement.Parse(Cards[name].ToUtf8Json().Span)).Length, 4, 65);
        Assert.NotEmpty(Cards[name].Summary);
        Assert.NotEmpty(Cards[name].FallbackText);
    }

    [Fact]
    public void NoSetOfButtons_IsCutByTeams() =>
        Assert.All(Cards.Values, card => Assert.All(CardReading.SetsOfButtons(JsonElement.Parse(card.ToUtf8Json().Span)), count => Assert.InRange(count, 1, 6)));

    [Fact]
    public async Task EveryCard_IsValid() => Assert.Empty(await OfficialSchema.MistakesAsync(
        Cards.ToDictionary(card => card.Key, card => card.Value.ToUtf8Json()), TestContext.Current.CancellationToken));

    // Made-up questions, so that an edit of the built-in content breaks no pinned card.
    private static Bot.Knowledge.Articles.Content Content()
    {
        const string detail = "## In plain words\n\nWhat is it, and why?\n\n## Why it matters\n\nIt matters.\n\n## What a good answer holds\n\n- a figure\n- a date\n\n## Where the proof is\n\n- a paper\n\n"
            + "## What to ask next\n\n- And then?\n\n## Warning sign\n\nSilence.\n\n## What changed since 2022\n\nMuch.";
        var stub = StubContent.Snapshot.Content;
        return stub with
        {
            Articles = [.. stub.Articles.Select(a => a.Id is ['q', >= '1' and <= '8'] ? a with { Heading = $"Question {a.Id[1]}: made up no. {a.Id[1]}", Detail = detail } : a)],
        };
    }
}
