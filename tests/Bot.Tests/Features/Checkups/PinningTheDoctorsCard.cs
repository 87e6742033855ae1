using System.Text.Json;
using Bot.Cards;
using Bot.Checkups;
using Bot.Features.Checkups;
using Bot.Tests.Cards;
using Bot.Tests.Support;

namespace Bot.Tests.Features.Checkups;

public sealed class PinningTheDoctorsCard
{
    private static readonly Finding Fault = new("Identity", Standing.Fault, "No token could be had with the client secret. AADSTS7000222: The provided client secret keys are expired.", "The client secret has ended. Make a new one in the app registration and put it into Bot:Auth:ClientSecret.");
    private static readonly Finding Note = new("Outbox", Standing.Note, "Messages that could not be sent: 2. Messages waiting: 0. Perhaps sent twice, ever: 0.", "`outbox list` says why, `outbox retry ID` tries one again.");
    private static readonly Finding Well = new("Database", Standing.Well, "The SQLite file /data/*guide*.db answers in 2 ms (version SQLite 3.50.4).");

    private static readonly IReadOnlyDictionary<string, AdaptiveCard> Cards = new Dictionary<string, AdaptiveCard>
    {
        ["DoctorFindsFaults"] = DoctorCard.Of(Report(Well, Note, Fault)),
        ["DoctorFindsNothing"] = DoctorCard.Of(Report(Well)),
    };

    public static TheoryData<string> Names => [.. Cards.Keys];

    [Theory, MemberData(nameof(Names))]
    public void ACard_IsAsApproved(string name) => ApprovedJson.Check(Cards[name].ToUtf8Json(), name);

    [Theory, MemberData(nameof(Names))]
    public Task ACard_IsDrawnWhole(string name) => CardRendering.CheckAsync($"checkups-{name}", Cards[name].ToUtf8Json());

    [Fact]
    public async Task EveryCard_IsValid() => Assert.Empty(await OfficialSchema.MistakesAsync(
        Cards.ToDictionary(card => card.Key, card => card.Value.ToUtf8Json()), TestContext.Current.CancellationToken));

    [Fact]
    public void ADoctorWithMuchToSay_StillFitsIntoAMessage()
    {
        var card = DoctorCard.Of(Report([.. Enumerable.Repeat(Fault, 60), .. Enumerable.Repeat(Note, 60), .. Enumerable.Repeat(Well, 60)]));

        Assert.InRange(card.ToUtf8Json().Length, 1, 28 * 1024);
        Assert.Equal("Health of this guide", CardReading.Heading(JsonElement.Parse(card.ToUtf8Json().Span)));
    }

    private static Report Report(params Finding[] findings) => new(new DateTimeOffset(2026, 11, 26, 9, 5, 0, TimeSpan.Zero), "1.0.0", findings, []);
}
