using System.Text.Json;
using Bot.Storage.Governors;
using Bot.Tests.Support;
using Bot.Tests.Whole;

namespace Bot.Tests.Features.Governors;

public sealed class RecordingAnswers(GovernedGuide governed) : IClassFixture<GovernedGuide>
{
    private const string Trust = WalkingThroughTheEight.Acute;

    private static readonly (string, string)[] Finance =
    [
        ("putTo", "the chair of the finance committee"), ("answer", "The system moved £2m to the trust."), ("status", "Answered"),
        ("meeting", "2026-10-12"), ("followUp", "ask for the table"), ("followUpOn", "2027-01-05"),
    ];

    [Fact]
    public async Task AnAnswer_IsRecordedInADialog_AndReadBack()
    {
        var governor = await WalkerAsync();
        var dialog = await governor.OpensAsync(await governor.HearsAsync("6"), "Record the answer");
        Assert.True(Governor.Closed(await governor.SavesAsync(dialog, Finance)));

        var saved = GuideOnKestrel.CardOf(Assert.Single(await governed.Guide.SentToAsync(governor.Person, 1)));
        Assert.Equal("Kept: question 6", CardReading.Heading(saved));
        var heard = await governor.ReadsAsync("What did we hear last time about finance?");
        Assert.Contains("Answered at the meeting on 12 October 2026, put to the chair of the finance committee", heard, StringComparison.Ordinal);
        Assert.Contains("The system moved £2m to the trust.", heard, StringComparison.Ordinal);
        Assert.Contains("Follow-up by 5 January 2027: ask for the table", heard, StringComparison.Ordinal);
        Assert.Contains("You have noted nothing about engagement", await governor.ReadsAsync("what did we hear last time about engagement"), StringComparison.Ordinal);
        var open = await governor.ReadsAsync("what is still open?");
        Assert.Contains("Question 6: Follow-up by 5 January 2027: ask for the table", open, StringComparison.Ordinal);
        Assert.Contains("5. Support for the trust", open, StringComparison.Ordinal);
        Assert.DoesNotContain("6. Greater value", open, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AClientWithoutDialogs_GetsTheFormInTheChat()
    {
        var governor = await WalkerAsync();
        var form = await governor.SubmitsAsync(await governor.HearsAsync("3"), "Record the answer");

        var saved = await governor.SavesInlineAsync(form, ("answer", "A page each quarter"), ("status", "Concern"));

        Assert.Contains("Concern at the meeting on 22 November 2026", CardReading.VisibleText(saved), StringComparison.Ordinal);
        Assert.Contains("Concerns - 3. Being informed of progress, 22 November 2026", await governor.ReadsAsync("what is still open"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANewMeeting_StartsOpen_AndRemembersTheLastOne()
    {
        var governor = await WalkerAsync();
        await RecordAsync(governor, "6", Finance);

        var progress = await governor.ReadsAsync("help me prepare for the council meeting on 12 January");

        Assert.Contains("Open. Last time: answered, 12 October 2026", progress, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASecondDevice_LosesNothing()
    {
        var governor = await WalkerAsync();
        await RecordAsync(governor, "6", Finance);
        var card = await governor.HearsAsync("6");
        var (laptop, phone) = (await governor.OpensAsync(card, "Change your note"), await governor.OpensAsync(card, "Change your note"));
        await governor.SavesAsync(phone, ("answer", "From the phone"));

        var again = await governor.SavesAsync(laptop, ("answer", "From the laptop"));

        var text = CardReading.VisibleText(again);
        Assert.Contains("This note was changed on another device while you wrote. Nothing is lost", text, StringComparison.Ordinal);
        Assert.Contains("From the phone", text, StringComparison.Ordinal);
        Assert.Contains(("answer", "From the laptop"), Governor.FieldsOf(again));
        Assert.Contains("From the phone", await governor.ReadsAsync("what did we hear last time"), StringComparison.Ordinal);
        Assert.True(Governor.Closed(await governor.SavesAsync(again)));
        Assert.Contains("From the laptop", await governor.ReadsAsync("what did we hear last time"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("followUpOn", "2026-11-21", "The follow-up on 21 November 2026 is in the past")]
    [InlineData("followUpOn", "soon", "I could not read the date of the follow-up")]
    [InlineData("meeting", "", "Choose the date of the meeting")]
    [InlineData("meeting", "2126-01-12", "12 January 2126 is too far away")]
    [InlineData("status", "Fine", "Choose how the question stands")]
    public async Task WhatCannotBeKept_ComesBackWithTheReason_AndEveryWordTyped(string field, string value, string words)
    {
        var governor = await WalkerAsync();
        var dialog = await governor.OpensAsync(await governor.HearsAsync("6"), "Record the answer");

        var again = await governor.SavesAsync(dialog, [.. Finance, (field, value)]);

        Assert.Contains(words, CardReading.VisibleText(again), StringComparison.Ordinal);
        Assert.Contains(("answer", "The system moved £2m to the trust."), Governor.FieldsOf(again));
        Assert.True(Governor.Closed(await governor.SavesAsync(again, Finance)));
    }

    [Fact]
    public async Task AVeryLongNote_IsKeptWhole_EvenBesideABadDate_AndIsAddedTo()
    {
        var governor = await WalkerAsync();
        var note = string.Join(' ', Enumerable.Repeat("word", 10_000));
        var dialog = await governor.OpensAsync(await governor.HearsAsync("2"), "Record the answer");

        Assert.True(Governor.Closed(await governor.SavesAsync(dialog, ("answer", note + "5"), ("followUpOn", "2020-01-01"))));

        var saved = CardReading.VisibleText(GuideOnKestrel.CardOf((await governed.Guide.SentToAsync(governor.Person, 1))[0]));
        Assert.Contains("Your note has 50,000 characters. All of it is kept.", saved, StringComparison.Ordinal);
        Assert.Contains("The follow-up on 1 January 2020 is in the past", saved, StringComparison.Ordinal);
        var more = await governor.OpensAsync(await governor.HearsAsync("2"), "Change your note");
        await governor.SavesAsync(more, ("answer", "And this."));
        Assert.Equal($"{note}5\n\nAnd this.", (await NotesAsync(governor)).Single().Answer);
    }

    [Fact]
    public async Task MarkupAndFormulas_AreShownAsTheyWereTyped()
    {
        var governor = await WalkerAsync();
        const string typed = "=HYPERLINK(\"https://x\") **bold** <b>tag</b> [link](https://x) {{DATE(2026-01-01)}}";
        await RecordAsync(governor, "2", [.. Finance, ("answer", typed)]);

        var card = await governor.HearsAsync("what did we hear last time");

        Assert.Equal(typed, (await NotesAsync(governor)).Single().Answer);
        Assert.Contains("\\*\\*bold\\*\\* \\<b\\>tag\\</b\\> \\[link\\](https://x)", JsonDocument.Parse(card.GetRawText()).RootElement.ToString().Replace("\\\\", "\\", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PersonalDetails_AreTakenOut_AndThePersonIsTold()
    {
        var governor = await WalkerAsync();
        await RecordAsync(governor, "2", [.. Finance, ("answer", "Ring Jo on 07700 900123")]);

        Assert.Contains("Personal details such as phone numbers were taken out", CardReading.VisibleText(GuideOnKestrel.CardOf((await governed.Guide.SentToAsync(governor.Person, 1))[0])), StringComparison.Ordinal);
        Assert.DoesNotContain("900123", (await NotesAsync(governor)).Single().Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sharing_PostsAReadOnlyCard_AndOnlyWhereItIsAsked()
    {
        var governor = await WalkerAsync();
        await RecordAsync(governor, "6", Finance);
        var group = Person.New("groupChat");
        var inGroup = new Governor(governed.Guide, group.As(governor.Person));

        Assert.Contains("Go to the group chat or channel", await governor.IsToldAsync("share with my council"), StringComparison.Ordinal);
        Assert.Contains("Your notes are private", await inGroup.IsToldAsync("what did we hear last time about finance"), StringComparison.Ordinal);
        var shared = await inGroup.HearsAsync("share with my council");
        Assert.Contains("The system moved £2m to the trust.", CardReading.VisibleText(shared), StringComparison.Ordinal);
        Assert.DoesNotContain("Action.", shared.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("Your notes are private", await new Governor(governed.Guide, group).IsToldAsync("what is still open"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANote_IsDeletedByItsButton()
    {
        var governor = await WalkerAsync();
        await RecordAsync(governor, "6", Finance);
        var saved = GuideOnKestrel.CardOf((await governed.Guide.SentToAsync(governor.Person, 1))[0]);

        Assert.Contains("is deleted", await governor.IsToldByAsync(saved, "Delete this note"), StringComparison.Ordinal);
        Assert.Contains("was deleted before", await governor.IsToldByAsync(saved, "Delete this note"), StringComparison.Ordinal);
        Assert.Empty(await NotesAsync(governor));
    }

    [Fact]
    public async Task EverythingHeld_IsToldAndDeletedAtOnce()
    {
        var governor = await WalkerAsync();
        await RecordAsync(governor, "6", Finance);
        await governor.HearsAsync("What is an ICS?");

        var held = await governor.ReadsAsync("What do you hold about me?");
        var deleted = await governor.ReadsAsync("delete what you hold about me");

        foreach (var what in (string[])["1 trust that you act for", "1 place in the eight questions", "1 note on a meeting", "1 note of your last question"])
        {
            Assert.Contains(what, held, StringComparison.Ordinal);
            Assert.Contains(what, deleted, StringComparison.Ordinal);
        }

        Assert.StartsWith("Deleted", deleted, StringComparison.Ordinal);
        Assert.Contains("I hold nothing about you.", await governor.ReadsAsync("what do you hold about me"), StringComparison.Ordinal);
        Assert.Equal("Choose your trust", CardReading.Heading(await governor.HearsAsync("take me through the eight questions")));
    }

    private async Task<Governor> WalkerAsync()
    {
        var governor = await governed.OfAsync(Trust);
        await governor.HearsAsync("take me through the eight questions");
        return governor;
    }

    private static async Task RecordAsync(Governor governor, string question, (string, string)[] inputs) =>
        Assert.True(Governor.Closed(await governor.SavesAsync(await governor.OpensAsync(await governor.HearsAsync(question), "Record the answer"), inputs)));

    private async Task<IReadOnlyList<MeetingNote>> NotesAsync(Governor governor) =>
        await governed.Guide.Get<MeetingNotes>().ReadAsync(governor.Person.UserId, "RFF", TestContext.Current.CancellationToken);
}
