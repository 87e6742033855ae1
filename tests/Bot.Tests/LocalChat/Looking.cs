using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.Tests.LocalChat;

public sealed class Looking
{
    [Theory]
    [InlineData(ColorScheme.Light, 1024)]
    [InlineData(ColorScheme.Dark, 1024)]
    [InlineData(ColorScheme.Light, 320)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task APageFullOfTalk_HasNoAccessibilityFault_AndNoSidewaysScrolling(ColorScheme theme, int width)
    {
        await using var chat = await ChatWindow.OpenAsync(theme, width, 900);
        chat.Host.Bot.Obstacle = activity => (string?)activity["text"] == "refused" ? 500 : 0;
        await chat.SayAsync("form");
        await Expect(chat.Cards).ToHaveCountAsync(2);
        await chat.PressAsync("Fail on purpose");
        await chat.SayAsync("refused");
        await chat.SayAsync("A question with a very long name in it: " + new string('x', 120));
        await chat.SayAsync("card");
        await Expect(chat.Cards).ToHaveCountAsync(3);
        await chat.PressAsync("Show or hide the sources");
        await chat.PictureAsync($"talk-{theme.ToString().ToLowerInvariant()}-{width}");

        Assert.Equal(width, await chat.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Assert.Equal(0, await chat.Page.EvaluateAsync<int>(
            "() => { const t = document.getElementById('transcript'); return t.scrollWidth - t.clientWidth; }"));
        var axe = await chat.Page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        });
        var faults = axe.Violations.Select(fault => $"{fault.Id}: {fault.Help}: {string.Join(" | ", fault.Nodes.Select(node => node.Html))}");
        Assert.True(axe.Violations.Length == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task TheDarkTheme_IsDark_AndFollowsTheMachine()
    {
        await using var chat = await ChatWindow.OpenAsync(ColorScheme.Dark);
        await chat.SayAsync("card");
        await Expect(chat.Cards).ToHaveCountAsync(2);
        await chat.PictureAsync("answer-dark");
        await Expect(chat.Cards.Last).ToHaveCSSAsync("background-color", "rgb(38, 44, 49)");

        await chat.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });

        // The cards are drawn anew, so the colour is waited for.
        await Expect(chat.Cards).ToHaveCountAsync(2);
        await Expect(chat.Cards.Last).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");
    }

    [Fact]
    public async Task TheKeyboard_ReachesEverything_AndFocusIsSeen()
    {
        await using var chat = await ChatWindow.OpenAsync();
        var reached = new List<string>();

        for (var i = 0; i < 8; i++)
        {
            await chat.Page.Keyboard.PressAsync("Tab");
            reached.Add(await chat.Page.EvaluateAsync<string>("() => document.activeElement.id || document.activeElement.textContent.trim()"));
        }

        Assert.Equal(
            ["Skip to the message box", "new", "transcript", "What is an ICS?", "Which ICS is Barnsley in?", "text", "send", "inline"],
            reached);
        await chat.Page.Locator(".skip").FocusAsync();
        await chat.Page.Keyboard.PressAsync("Enter");
        await Expect(chat.Box).ToBeFocusedAsync();
    }

    [Fact]
    public async Task EveryTarget_IsAtLeast24PixelsAcross()
    {
        await using var chat = await ChatWindow.OpenAsync(width: 320);
        await chat.SayAsync("form");
        await Expect(chat.Cards).ToHaveCountAsync(2);
        await chat.SayAsync("card");
        await Expect(chat.Cards).ToHaveCountAsync(3);

        var small = await chat.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll("button, input, select, textarea")]
              .filter(target => target.offsetParent)
              .filter(target => target.getBoundingClientRect().width < 24 || target.getBoundingClientRect().height < 24)
              .map(target => target.outerHTML)
            """);

        Assert.Empty(small);
    }
}
