using System.Text;
using Bot.Cards;

namespace Bot.Tests.Cards;

public sealed class DrawingCards
{
    public static TheoryData<string> Names => [.. SampleCards.All.Keys.Where(name => name is not ("Empty" or "TextBlocks"))];

    [Theory, MemberData(nameof(Names))]
    public Task ASample_IsDrawnWhole(string name) => CardRendering.CheckAsync(name, SampleCards.All[name].ToUtf8Json());

    [Fact]
    public async Task LongWords_AreDrawnWhole()
    {
        const string Long = "Derbyshire-Nottinghamshire-Lincolnshire-and-Leicestershire-partnership_of_partnerships";
        var card = new AdaptiveCard
        {
            FallbackText = "Long words",
            Summary = "Long words",
            Body =
            [
                CardParts.Heading(Long),
                new FactSet([new Fact(Long, Long)]),
                new Table([new TableColumn(), new TableColumn()], [TableRow.Of("One", "Two"), TableRow.Of(Long, Long)]),
                new ColumnSet([new Column([new TextBlock(Long)]), new Column([new TextBlock(Long)])]),
                new ChoiceSetInput("c", Long, [new Choice(Long, "1")]) { Style = ChoiceStyle.Expanded },
            ],
            Actions = [new ExecuteAction(Long, "long"), new OpenUrlAction("Another button with several words in it", "https://www.england.nhs.uk/")],
        };

        await CardRendering.CheckAsync("LongWords", card.ToUtf8Json());
    }

    [Fact]
    public async Task AnUnknownElement_IsFound()
    {
        var faults = await CardRendering.FaultsAsync("Unknown", Card("""{"type":"Chart","title":"a"}"""));

        Assert.Contains(faults, fault => fault.Contains("Chart", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TextThatMayNotWrap_IsFoundWhereItIsCut()
    {
        var faults = await CardRendering.FaultsAsync("Cut", Card($$"""{"type":"TextBlock","text":"{{new string('w', 60)}}"}"""));

        Assert.Contains(faults, fault => fault.StartsWith("light, 320 px: cut off", StringComparison.Ordinal));
        Assert.DoesNotContain(faults, fault => fault.Contains("sticks out", StringComparison.Ordinal));
    }

    private static ReadOnlyMemory<byte> Card(string element) =>
        Encoding.UTF8.GetBytes($$"""{"type":"AdaptiveCard","version":"1.5","fallbackText":"f","body":[{{element}}]}""");
}
