using System.Text.RegularExpressions;
using Bot.Cards;
using Bot.Tests.Support;

namespace Bot.Tests.Cards;

public sealed partial class PlainText
{
    [Theory]
    [InlineData("What is an ICS?", "What is an ICS?")]
    [InlineData("2 * 3 * 4", @"2 \* 3 \* 4")]
    [InlineData("[a](b)", @"\[a\](b)")]
    [InlineData("snake_case `code`", @"snake\_case \`code\`")]
    [InlineData("- one\n2. two\n# three", "\\- one\n2\\. two\n\\# three")]
    [InlineData("It cost 2.50 (about) - or so!", "It cost 2.50 (about) - or so!")]
    [InlineData("{{DATE(2026-01-01T00:00:00Z)}}", @"{\{DATE(2026-01-01T00:00:00Z)}}")]
    [InlineData("&copy; A&E, R & D", @"\&copy; A\&E, R & D")]
    public void OnlyMarkup_IsEscaped(string typed, string escaped) => Assert.Equal(escaped, CardParts.Plain(typed));

    [Fact]
    public async Task WhateverWasTyped_IsShown()
    {
        var browser = await Chromium.BrowserAsync();
        var page = await browser.NewPageAsync();
        await page.AddScriptTagAsync(new() { Path = Path.Combine(Chromium.PageFolder, "lib", "markdown-it.umd.min.js") });
        var random = new Random(20261122);
        var typed = Enumerable.Range(0, 3000).Select(_ => Nonsense(random)).ToArray();

        var shown = await page.EvaluateAsync<string[]>(
            """
            texts => texts.map(text => {
              const element = document.createElement("div");
              element.innerHTML = window.markdownit({ html: false }).disable("image").render(text);
              return element.textContent;
            })
            """,
            typed.Select(CardParts.Plain));
        await page.CloseAsync();

        Assert.Equal(typed.Select(Squeeze), shown.Select(Squeeze));
    }

    private static string Nonsense(Random random)
    {
        const string Signs = "\\`*_[]()<>~|&#+-=.!{}:;\"'/ab1 2\n";
        return string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => Signs[random.Next(Signs.Length)]));
    }

    private static string Squeeze(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
