using System.Text.Json;
using Bot.Cards;
using Bot.Features.Maps;
using Bot.Knowledge.Records;
using Bot.Tests.Cards;
using Bot.Tests.Features.Questions.Cards;
using Bot.Tests.Support;
using Bot.Trusts;

namespace Bot.Tests.Features.MyTrust;

public sealed class PinningTrustCards
{
    private static readonly RecordBook Records = StubContent.BuiltInRecords;
    private static readonly TrustSubject Barnsley = OwnTrusts.Find(Records, "RFF")!, Childrens = OwnTrusts.Find(Records, "RCU")!;

    private static readonly IReadOnlyDictionary<string, AdaptiveCard> Cards = new Dictionary<string, AdaptiveCard>
    {
        ["ChooseATrust"] = Shortened(ChoosingCard.Of(Records, "what's our footprint?")),
        ["ChooseASuggestedTrust"] = Shortened(ChoosingCard.Of(Records, "what's our footprint?", suggestion: new TrustSuggestion(Barnsley, "Your email address in Teams ends in trust.example."))),
        ["ChooseTheSuccessor"] = ChoosingCard.AfterClosing(Records, Records.Set.Trust("RJF")!, "what's our footprint?"),
        ["OneTrust"] = OwnTrustCard.Of(new ActsFor(Barnsley, [])),
        ["SeveralTrusts"] = OwnTrustCard.Of(new ActsFor(Barnsley, [Childrens])),
        ["MapOf2026"] = MapCard.Of(Records.Map(Era.Icb36, "QF7")!, "Barnsley", "place:barnsley", "https://guide.example/maps/icb36/QF7.png"),
        ["MapOf2022"] = MapCard.Of(Records.Map(Era.Icb42, "QNQ")!, "Frimley", "system:qnq", "https://guide.example/maps/icb42/QNQ.png"),
    };

    public static TheoryData<string> Names => [.. Cards.Keys];

    [Theory, MemberData(nameof(Names))]
    public void ACard_IsAsApproved(string name) => ApprovedJson.Check(Cards[name].ToUtf8Json(), name);

    [Theory, MemberData(nameof(Names))]
    public Task ACard_IsDrawnWhole(string name) => CardRendering.CheckAsync($"trust-{name}", Drawable(Cards[name]).ToUtf8Json());

    [Fact]
    public async Task EveryCard_IsValid() => Assert.Empty(await OfficialSchema.MistakesAsync(
        Cards.ToDictionary(card => card.Key, card => card.Value.ToUtf8Json()), TestContext.Current.CancellationToken));

    [Fact]
    public async Task TheWholeList_IsDrawn_AndFitsAMessage()
    {
        var card = ChoosingCard.Of(Records, new string('q', 400)).ToUtf8Json();

        Assert.InRange(2 * card.Length, 1, 80_000);
        Assert.Equal(Records.Set.Trusts.Count(t => t.IsOpenNow), JsonElement.Parse(card.Span).GetRawText().Split("\"value\":").Length - 1);
        await CardRendering.CheckAsync("trust-WholeList", card);
    }

    [Fact]
    public async Task ALineage_IsDrawnWhole()
    {
        foreach (var key in (string[])["system:qnq", "place:barnsley", "system:s9b9j", "place:slough"])
        {
            var data = JsonSerializer.SerializeToElement(new { intent = "Became", key });
            var card = StubContent.Answering.Record(new Bot.Turns.CardPress("record", data, null), StubContent.Snapshot, StubContent.Context)!;
            await CardRendering.CheckAsync($"lineage-{key.Replace(':', '-')}", card.ToUtf8Json());
        }
    }

    [Fact]
    public void EveryHeading_IsShortAndNoQuestion() => Assert.All(
        from board in Records.Set.In(Era.Icb42).Select(b => (Era.Icb42, b)).Concat(Records.Set.In(Era.Icb36).Select(b => (Era.Icb36, b)))
        select MapCard.Of(Records.Map(board.Item1, board.b.OdsCode)!, board.b.BareName, $"system:{board.b.OdsCode}", "x"),
        card => Assert.InRange(CardReading.Heading(JsonElement.Parse(card.ToUtf8Json().Span)).Length, 5, 65));

    // Two hundred names would hide the card's shape; the whole list is checked apart.
    private static AdaptiveCard Shortened(AdaptiveCard card) => card with
    {
        Body = [.. card.Body.Select(part => part is ChoiceSetInput list ? list with { Choices = [.. list.Choices.Take(3)] } : part)],
    };

    // The drawing test lets no card reach another machine.
    private static AdaptiveCard Drawable(AdaptiveCard card) => card with
    {
        Body = [.. card.Body.Select(part => part is Image picture ? picture with { Url = Inlined(picture.Url) } : part)],
    };

    private static string Inlined(string url)
    {
        var map = url.Contains("icb42", StringComparison.Ordinal) ? Records.Map(Era.Icb42, "QNQ")! : Records.Map(Era.Icb36, "QF7")!;
        return $"data:image/png;base64,{Convert.ToBase64String(MapDrawing.Png(map))}";
    }
}
