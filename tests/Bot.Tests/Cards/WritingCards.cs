using System.Text.Json;
using Bot.Cards;

namespace Bot.Tests.Cards;

public sealed class WritingCards
{
    public static TheoryData<string> Names => [.. SampleCards.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void ACard_IsWrittenAsApproved(string name) => ApprovedJson.Check(SampleCards.All[name].ToUtf8Json(), name);

    [Theory, MemberData(nameof(Names))]
    public void ACard_IsOfVersion15(string name)
    {
        using var card = JsonDocument.Parse(SampleCards.All[name].ToUtf8Json());

        Assert.Equal("1.5", card.RootElement.GetProperty("version").GetString());
    }

    [Fact]
    public void ACard_WrittenTwice_IsTheSameBytes()
    {
        var card = SampleCards.All["Actions"];

        Assert.True(card.ToUtf8Json().Span.SequenceEqual(card.ToUtf8Json().Span));
    }

    [Fact]
    public void EveryKind_HasASample()
    {
        var written = string.Concat(SampleCards.All.Values.Select(card => System.Text.Encoding.UTF8.GetString(card.ToUtf8Json().Span)));
        var kinds = typeof(AdaptiveCard).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && (type.IsAssignableTo(typeof(CardElement)) || type.IsAssignableTo(typeof(CardAction))) && type != typeof(WrittenElements))
            .Select(type => type.Name);

        Assert.All(kinds, kind => Assert.Contains($"\"{TypeInJson(kind)}\"", written, StringComparison.Ordinal));
    }

    [Fact]
    public void ElementsWrittenBefore_GiveTheSameCard()
    {
        Assert.All(SampleCards.All.Values.Where(card => card.Body.Count > 0), card => Assert.Equal(
            card.ToUtf8Json().ToArray(), (card with { Body = [WrittenElements.Of(card.Body)] }).ToUtf8Json().ToArray()));
    }

    [Fact]
    public void ElementsWrittenBefore_AreFilledWhereverTheGapStands()
    {
        CardElement[] Elements(string id) => [new TextBlock("Was this helpful?"), new ActionSet([new ExecuteAction("Yes", "feedback", new() { ["answer"] = id })])];
        var card = SampleCards.All.Values.First();

        Assert.Equal(
            (card with { Body = Elements("0123456789ab") }).ToUtf8Json().ToArray(),
            (card with { Body = [WrittenElements.Of(Elements("{answer}")).With("{answer}", "0123456789ab")] }).ToUtf8Json().ToArray());
    }

    private static string TypeInJson(string kind) => kind switch
    {
        _ when kind.EndsWith("Action", StringComparison.Ordinal) => "Action." + kind[..^"Action".Length],
        _ when kind.EndsWith("Input", StringComparison.Ordinal) => "Input." + kind[..^"Input".Length],
        _ => kind,
    };
}
