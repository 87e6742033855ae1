using Bot.Cards;
using Bot.Tests.Cards;
using Bot.Tests.Support;

namespace Bot.Tests.Features.Questions.Cards;

public sealed class PinningCards
{
    public static TheoryData<string> Names => [.. PinnedCards.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void ACard_IsAsApproved(string name) => ApprovedJson.Check(Json(name), name);

    [Theory, MemberData(nameof(Names))]
    public Task ACard_IsDrawnWhole(string name) => CardRendering.CheckAsync($"feature-{name}", Json(name));

    [Theory, MemberData(nameof(Names))]
    public void ACard_HasAHeadingAndSaysWhatItIs(string name)
    {
        var card = PinnedCards.All[name];

        Assert.NotEmpty(CardReading.Heading(System.Text.Json.JsonElement.Parse(Json(name).Span)));
        Assert.NotEmpty(card.Summary);
        Assert.NotEmpty(card.FallbackText);
    }

    [Fact]
    public async Task EveryCard_IsValid() => Assert.Empty(await OfficialSchema.MistakesAsync(
        PinnedCards.All.ToDictionary(card => card.Key, card => card.Value.ToUtf8Json()), TestContext.Current.CancellationToken));

    private static ReadOnlyMemory<byte> Json(string name) => PinnedCards.All[name].ToUtf8Json();
}
