using System.Text.Json;
using Bot.Cards;
using Bot.Features.Gaps;
using Bot.Knowledge.Gaps;
using Bot.Tests.Cards;
using Bot.Tests.Features.Questions.Cards;
using Bot.Turns;

namespace Bot.Tests.Features.Gaps;

public sealed class PinningGapCards
{
    private static readonly GapGroup Keeper = new("aaaaaaaaaaaaaaaaaaaaaaaa",
        [
            new("aaaaaaaaaaaaaaaaaaaaaaaa", "who paints the *lighthouse*", 4, new(2026, 11, 3), new(2026, 11, 20)),
            new("bbbbbbbbbbbbbbbbbbbbbbbb", "- lighthouse painter\n- who", 1, new(2026, 11, 19), new(2026, 11, 19)),
        ],
        [new("refused", null, 2), new("unsure", null, 2), new("unhelpful", "lighthouse", 1)], ["lighthouse", "harbour"]);

    private static readonly IReadOnlyDictionary<string, AdaptiveCard> Cards = new Dictionary<string, AdaptiveCard>
    {
        ["Board"] = GapCards.Board(new([.. Enumerable.Range(1, 6).Select(n => n == 1 ? Keeper : Stranger(n))], 0), 1, StubContent.Snapshot),
        ["LastPage"] = GapCards.Board(new([.. Enumerable.Range(1, 6).Select(Stranger)], 12), 9, StubContent.Snapshot),
        ["EmptyBoard"] = GapCards.Board(new([], 0), 1, StubContent.Snapshot),
        ["Group"] = GapCards.Of(Keeper, StubContent.Snapshot),
        ["GroupNearNothing"] = GapCards.Of(Stranger(1), StubContent.Snapshot),
        ["WordingForm"] = Form(GapVerbs.WordingForm, """{"article":"harbour"}"""),
        ["ArticleForm"] = Form(GapVerbs.ArticleForm, "{}"),
        ["ArticleFormWithAProblem"] = Form(GapVerbs.Article, """{"heading":"Painting the lighthouse","question":"who?","short":"Nobody.","wordings":"bbbbbbbbbbbbbbbbbbbbbbbb,x","why":"Because."}""", "A sentence of 30 words."),
        ["StrangerForm"] = Form(GapVerbs.StrangerForm, "{}"),
        ["DismissForm"] = Form(GapVerbs.DismissForm, "{}"),
        ["Done"] = GapCards.Done("Drafted as wordings", "They will lead to \"Buoys\" once this is published."),
    };

    public static TheoryData<string> Names => [.. Cards.Keys];

    [Theory, MemberData(nameof(Names))]
    public void ACard_IsAsApproved(string name) => ApprovedJson.Check(Cards[name].ToUtf8Json(), name);

    [Theory, MemberData(nameof(Names))]
    public Task ACard_IsDrawnWhole(string name) => CardRendering.CheckAsync($"gaps-{name}", Cards[name].ToUtf8Json());

    [Fact]
    public async Task EveryCard_IsValid() => Assert.Empty(await OfficialSchema.MistakesAsync(
        Cards.ToDictionary(card => card.Key, card => card.Value.ToUtf8Json()), TestContext.Current.CancellationToken));

    private static GapGroup Stranger(int n) => new($"{n:d24}", [new($"{n:d24}", $"question {n} that nobody answered", 1, new(2026, 11, 20), new(2026, 11, 20))], [new("refused", null, 1)], []);

    private static AdaptiveCard Form(string verb, string data, string? problem = null) => GapForms.Of(new CardPress(verb, JsonElement.Parse(data), null), Keeper, StubContent.Snapshot, problem).Card;
}
