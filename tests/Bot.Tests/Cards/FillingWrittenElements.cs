using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Cards;

namespace Bot.Tests.Cards;

public sealed class FillingWrittenElements
{
    [Theory]
    [InlineData("a1")]
    [InlineData("\0")]
    [InlineData("\",\"verb\":\"other\"")]
    [InlineData("{answer}")]
    [InlineData("é\u2028👩")]
    public void WhateverFillsTheGap_StaysOneText(string text)
    {
        var button = new ExecuteAction("Yes", "feedback", new JsonObject { ["answer"] = "{answer}" }) { SendsInputs = false };
        var card = new AdaptiveCard
        {
            Body = [WrittenElements.Of([new ActionSet([button])]).With("{answer}", text)],
            FallbackText = "Text",
            Summary = "Text",
        };

        var data = JsonElement.Parse(card.ToUtf8Json().Span).GetProperty("body")[0].GetProperty("actions")[0].GetProperty("data");

        Assert.Equal(text, data.GetProperty("answer").GetString());
        Assert.Equal("feedback", data.GetProperty("verb").GetString());
    }
}
