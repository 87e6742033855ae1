using Bot.Features.Governors.Reminding;
using Bot.Storage.Governors;
using Bot.Tests.Support;
using Bot.Tests.Whole;

namespace Bot.Tests.Features.Governors;

public sealed class SettingReminders : IAsyncLifetime
{
    private readonly Fakes.FakeTime _time = new();
    private readonly TemporaryFolder _folder = new();
    private GuideOnKestrel _guide = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _guide = await StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _guide.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("Remind me a week before 12 January", "Tuesday 5 January 2027 at 9am, before the meeting on 12 January 2027", "You gave no year, so I took 2027.")]
    [InlineData("remind me 2 weeks before 12 January 2027", "Tuesday 29 December 2026", "")]
    [InlineData("please remind me the day before 12/01/2027", "Monday 11 January 2027", "")]
    [InlineData("remind me on 5 January", "Tuesday 5 January 2027", "")]
    [InlineData("can you remind me three days before the meeting", "Saturday 9 January 2027", "")]
    public async Task AReminder_IsConfirmedWithItsExactDay(string sentence, string day, string year)
    {
        var governor = await GovernorAsync();

        var text = await governor.ReadsAsync(sentence);

        Assert.Contains($"I will write to you here on {day}", text, StringComparison.Ordinal);
        Assert.Contains(year, text, StringComparison.Ordinal);
        Assert.Contains("You have no reminders", await governor.ReadsAsync("my reminders"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("remind me on 12 January 2024", "which has passed")]
    [InlineData("remind me a month before 1 December", "which has passed")]
    [InlineData("remind me a week before Christmas pudding", "I could not read the day")]
    public async Task ADayThatCannotBe_IsToldPlainly(string sentence, string words) =>
        Assert.Contains(words, await (await GovernorAsync()).IsToldAsync(sentence), StringComparison.Ordinal);

    [Fact]
    public async Task AReminder_IsListedAndCancelled()
    {
        var governor = await GovernorAsync();
        await KeepAsync(governor, "remind me a week before 12 January");
        await KeepAsync(governor, "remind me a week before 12 January");
        await KeepAsync(governor, "remind me on 20 February");

        Assert.Contains("5 January 2027 at 9am, about the meeting on 12 January 2027, Barnsley Hospital", await governor.ReadsAsync("what reminders do I have?"), StringComparison.Ordinal);
        Assert.Equal(2, (await HeldAsync(governor)).Count);
        Assert.Contains("Cancelled: the reminder of 5 January 2027", await governor.IsToldAsync("cancel my reminder for 12 January"), StringComparison.Ordinal);
        Assert.Contains("Cancelled: the reminder of 20 February 2027", await governor.IsToldAsync("cancel all my reminders"), StringComparison.Ordinal);
        Assert.Empty(await HeldAsync(governor));
    }

    [Fact]
    public async Task WhenItsTimeComes_ItSaysWhatIsOpenThen_OnceWhateverRestartsAndReplicas()
    {
        Governor governor;
        await using (var before = await StartAsync())
        {
            governor = await GovernorAsync(before);
            await KeepAsync(governor, "remind me on 23 November");
            await before.Get<MeetingNotes>().WriteAsync(governor.Person.UserId, new MeetingNote { Trust = "RFF", Meeting = new(2027, 1, 12), Question = 6, Status = NoteStatus.Concern }, Ct);
            using var hello = await before.PostAsync(governor.Person.Says("hello", _guide.Connector.ServiceUrl));
            await _guide.SentToAsync(governor.Person, 1);
        }

        await using var after = await StartAsync();
        _time.Advance(TimeSpan.FromHours(24));
        await Task.WhenAll(_guide.Get<ReminderClock>().RingAsync(Ct), after.Get<ReminderClock>().RingAsync(Ct));
        var sent = CardReading.VisibleText(GuideOnKestrel.CardOf((await _guide.SentToAsync(governor.Person, 2))[1]));
        await _guide.Get<ReminderClock>().RingAsync(Ct);

        Assert.StartsWith("You asked me to remind you of the meeting on 12 January 2027.", sent, StringComparison.Ordinal);
        Assert.Contains("Concerns - 6. Greater value from public funds", sent, StringComparison.Ordinal);
        await using var storage = await after.Get<Bot.Storage.Database>().OpenAsync(Ct);
        Assert.Equal(1, await Dapper.SqlMapper.ExecuteScalarAsync<long>(storage, "select count(*) from outbox where kind = 'reminder'"));
        Assert.Equal(2, _guide.SentTo(governor.Person).Count);
        Assert.Empty(await after.Get<Reminders>().OfAsync(governor.Person.UserId, Ct));
    }

    private Task<GuideOnKestrel> StartAsync() => GuideOnKestrel.StartAsync(new() { DatabaseFolder = _folder.Path, Time = _time });

    private async Task<Governor> GovernorAsync(GuideOnKestrel? guide = null)
    {
        var governor = new Governor(guide ?? _guide, Person.New());
        await governor.HearsAsync("my trust is Barnsley Hospital");
        await governor.HearsAsync("help me prepare for the council meeting on 12 January 2027");
        return governor;
    }

    private static async Task KeepAsync(Governor governor, string sentence) =>
        Assert.Equal("Reminder set", CardReading.Heading(await governor.PressesAsync(await governor.HearsAsync(sentence), "Yes, remind me")));

    private Task<IReadOnlyList<Reminder>> HeldAsync(Governor governor) => _guide.Get<Reminders>().OfAsync(governor.Person.UserId, Ct);
}
