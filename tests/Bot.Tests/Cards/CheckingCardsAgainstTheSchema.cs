using System.Text;

namespace Bot.Tests.Cards;

public sealed class CheckingCardsAgainstTheSchema
{
    [Fact]
    public async Task EverySample_IsValid()
    {
        var cards = SampleCards.All.ToDictionary(card => card.Key, card => card.Value.ToUtf8Json());

        Assert.Empty(await OfficialSchema.MistakesAsync(cards, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task WrongCards_AreFound()
    {
        var cards = new Dictionary<string, ReadOnlyMemory<byte>>
        {
            ["WrongType"] = Card("""{"type":"TextBlock","text":7}"""),
            ["UnknownElement"] = Card("""{"type":"TextBlok","text":"a"}"""),
            ["UnknownProperty"] = Card("""{"type":"TextBlock","text":"a","colour":"good"}"""),
            ["UnknownChoice"] = Card("""{"type":"TextBlock","text":"a","size":"huge"}"""),
        };

        var mistakes = await OfficialSchema.MistakesAsync(cards, TestContext.Current.CancellationToken);

        Assert.Equal(cards.Keys.Order(), mistakes.Keys.Order());
    }

    private static ReadOnlyMemory<byte> Card(string element) =>
        Encoding.UTF8.GetBytes($$"""{"type":"AdaptiveCard","version":"1.5","body":[{{element}}]}""");
}
