using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Tests.Cards;
using Bot.Tests.Support;
using Bot.Tests.Whole;

namespace Bot.Tests.Features.Compose;

public sealed class SearchingWhileWriting
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("what is an ics", "integrated care system")]
    [InlineData("footpri", "footprint")]
    [InlineData("Which footprint is Barnsley in?", "Barnsley")]
    [InlineData("partners in Dorset", "Dorset")]
    [InlineData("wat is a integrted care bord", "integrated care board")]
    public async Task TheBestAnswer_IsListed_WithItsDate(string typed, string expected)
    {
        var list = await (await SomebodyAsync()).TypeAsync(typed);

        Assert.Equal("result", list.GetProperty("type").GetString());
        Assert.Equal("list", list.GetProperty("attachmentLayout").GetString());
        var all = list.GetProperty("attachments").EnumerateArray().ToArray();
        Assert.Contains(all.Take(3), item => Composing.Heading(item).Contains(expected, StringComparison.OrdinalIgnoreCase) || CardReading.VisibleText(item.GetProperty("content")).Contains(expected, StringComparison.OrdinalIgnoreCase));
        Assert.All(all, item => Assert.Contains("As at ", item.GetProperty("preview").GetProperty("content").GetProperty("text").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnInsertedCard_CarriesDateAndSources_AndNoButtonThatNeedsTheBot()
    {
        foreach (var typed in (string[])["what is an ics", "Which footprint is Barnsley in?"])
        {
            var list = await (await SomebodyAsync()).TypeAsync(typed);

            var card = list.GetProperty("attachments")[0].GetProperty("content");
            var text = CardReading.VisibleText(card);
            Assert.Contains("As at ", text, StringComparison.Ordinal);
            Assert.Contains("Sources: ", text, StringComparison.Ordinal);
            Assert.Contains("From ICS Guide", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Was this helpful", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Action.Execute", card.GetRawText(), StringComparison.Ordinal);
            Assert.DoesNotContain("Action.Submit", card.GetRawText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Pages_FollowEachOther_WithoutRepeating()
    {
        var somebody = await SomebodyAsync();

        string[] whole = [.. await somebody.ListAsync("ics"), .. await somebody.ListAsync("ics", skip: 25)];
        var pages = new List<string>();
        for (var skip = 0; skip <= whole.Length; skip += 3) pages.AddRange(await somebody.ListAsync("ics", skip, 3));

        Assert.True(whole.Length > 6, $"Only {whole.Length} answers.");
        Assert.Equal(whole, pages);
        Assert.Empty(await somebody.ListAsync("ics", skip: 1_000));
    }

    [Theory]
    [InlineData("zzzz qqqq")]
    [InlineData("what dose of ibuprofen can I take")]
    [InlineData("best pizza in Leeds")]
    public async Task WhatIsNotCovered_IsSaidInWords(string typed)
    {
        var answer = await (await SomebodyAsync()).TypeAsync(typed);

        Assert.Equal("message", answer.GetProperty("type").GetString());
        Assert.StartsWith("No answer on that", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWholePage_FitsAMessage()
    {
        var somebody = await SomebodyAsync();
        foreach (var typed in (string[])["ics", "a", "footprint", "governors board trust", "Barnsley"])
        {
            var answer = await somebody.TypeAsync(typed);
            Assert.InRange(answer.GetRawText().Length, 1, 200_000);
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"commandId":"unknown"}""")]
    [InlineData("""{"commandId":"ask","parameters":[]}""")]
    public async Task AMalformedQuery_Gives400(string value)
    {
        using var response = await (await SomebodyAsync()).PostAsync("composeExtension/query", JsonNode.Parse(value));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"commandId":5,"parameters":[{"value":"ics"}]}""")]
    [InlineData("""{"commandId":"search","parameters":null,"queryOptions":7}""")]
    [InlineData("""{"commandId":"search","parameters":[null,5,{"name":7},{"name":"text","value":{}}],"queryOptions":{"skip":-4,"count":1e9}}""")]
    [InlineData("""{"commandId":"search","parameters":[{"name":"text","value":"ics"}],"queryOptions":{"skip":"3","count":0}}""")]
    public async Task AStrangeQuery_IsAnsweredAllTheSame(string value)
    {
        var answer = await (await SomebodyAsync()).InvokeAsync("composeExtension/query", JsonNode.Parse(value));

        Assert.True(answer.TryGetProperty("composeExtension", out _));
    }

    [Theory]
    [InlineData("composeExtension/querySettingUrl")]
    [InlineData("composeExtension/queryLink")]
    [InlineData("composeExtension/selectItem")]
    public async Task WhatIsNotDeclared_Gives501(string name)
    {
        using var response = await (await SomebodyAsync()).PostAsync(name, new JsonObject());

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
    }

    [Fact]
    public async Task TheCards_AreDrawnWhole_AndValid()
    {
        var somebody = await SomebodyAsync();
        var cards = new Dictionary<string, ReadOnlyMemory<byte>>();
        foreach (var (name, typed) in ((string, string)[])[("shared-article", "what is an ics"), ("shared-record", "Which footprint is Barnsley in?"), ("shared-lineage", "what became of the Barnsley STP")])
        {
            var card = (await somebody.TypeAsync(typed)).GetProperty("attachments")[0].GetProperty("content");
            cards[name] = JsonSerializer.SerializeToUtf8Bytes(card);
            await CardRendering.CheckAsync(name, cards[name]);
        }

        Assert.Empty(await OfficialSchema.MistakesAsync(cards, Ct));
    }

    private static async Task<Composing> SomebodyAsync() => new(await SharedGuide.Instance, Person.New());
}
