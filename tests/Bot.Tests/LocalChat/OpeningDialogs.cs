using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.Tests.LocalChat;

public sealed class OpeningDialogs
{
    [Fact]
    public async Task AButton_OpensADialog_WhichSendsWhatWasWritten()
    {
        await using var chat = await OpenAsync();

        await Expect(Dialog(chat)).ToBeVisibleAsync();
        await Expect(Title(chat)).ToHaveTextAsync("Notes on question 1");
        await Expect(Title(chat)).ToBeFocusedAsync();
        var fetch = chat.Host.Bot.LastOf("invoke");
        Assert.Equal("task/fetch", (string?)fetch["name"]);
        Assert.Equal("notes", (string?)fetch["value"]!["data"]!["verb"]);
        Assert.False(string.IsNullOrEmpty((string?)fetch["replyToId"]));

        await Press(chat, "Keep my note");
        await Expect(Dialog(chat)).ToContainTextAsync("Write a few words");
        await Dialog(chat).GetByLabel("Your note").FillAsync("Ask about winter");
        await Press(chat, "Keep my note");

        await Expect(Title(chat)).ToHaveTextAsync("Kept");
        await Expect(Title(chat)).ToBeFocusedAsync();
        await Expect(Dialog(chat)).ToContainTextAsync("Your note: Ask about winter");
        Assert.Equal("task/submit", (string?)chat.Host.Bot.LastOf("invoke")["name"]);
        Assert.Empty(chat.Complaints);
    }

    [Theory]
    [InlineData("Escape")]
    [InlineData("Close")]
    [InlineData("Close without keeping")]
    public async Task Closing_GivesFocusBackToTheButton(string how)
    {
        await using var chat = await OpenAsync();

        if (how == "Escape")
            await chat.Page.Keyboard.PressAsync("Escape");
        else
            await Press(chat, how);

        await Expect(Dialog(chat)).ToBeHiddenAsync();
        await Expect(chat.Page.GetByRole(AriaRole.Button, new() { Name = "Open my notes" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Focus_StaysInTheDialog()
    {
        await using var chat = await OpenAsync();

        for (var i = 0; i < 12; i++)
        {
            await chat.Page.Keyboard.PressAsync("Tab");
            Assert.True(await chat.Page.EvaluateAsync<bool>(
                "() => document.activeElement === document.body || document.getElementById('dialog').contains(document.activeElement)"));
        }
    }

    [Fact]
    public async Task ALastWord_IsShown()
    {
        await using var chat = await OpenAsync();

        await Press(chat, "Say goodbye");

        await Expect(Dialog(chat)).ToContainTextAsync("Goodbye from the toy.");
    }

    [Fact]
    public async Task ABrokenBot_IsSaidInTheDialog_AndNothingWrittenIsLost()
    {
        await using var chat = await OpenAsync();
        await Dialog(chat).GetByLabel("Your note").FillAsync("Ask about winter");

        await Press(chat, "Break on purpose");

        await Expect(Dialog(chat).Locator(".note")).ToContainTextAsync("Something went wrong in the bot (status 500).");
        await Expect(Dialog(chat).GetByLabel("Your note")).ToHaveValueAsync("Ask about winter");
    }

    [Theory]
    [InlineData(ColorScheme.Light, 700)]
    [InlineData(ColorScheme.Dark, 700)]
    [InlineData(ColorScheme.Light, 320)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task ADialog_HasNoAccessibilityFault_AndNoSidewaysScrolling(ColorScheme theme, int width)
    {
        await using var chat = await OpenAsync(theme, width);
        await Press(chat, "Keep my note");
        await Expect(Dialog(chat)).ToContainTextAsync("Write a few words");
        await chat.PictureAsync($"dialog-{theme.ToString().ToLowerInvariant()}-{width}");

        Assert.Equal(0, await Dialog(chat).EvaluateAsync<int>("dialog => dialog.scrollWidth - dialog.clientWidth"));
        var axe = await chat.Page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        });
        Assert.True(axe.Violations.Length == 0, string.Join('\n', axe.Violations.Select(fault => $"{fault.Id}: {fault.Help}: {fault.Nodes[0].Html}")));
    }

    private static async Task<ChatWindow> OpenAsync(ColorScheme theme = ColorScheme.Light, int width = 1024)
    {
        var chat = await ChatWindow.OpenAsync(theme, width);
        await chat.SayAsync("dialog");
        await Expect(chat.Cards).ToHaveCountAsync(2);
        await chat.PressAsync("Open my notes");
        await Expect(Dialog(chat)).ToBeVisibleAsync();
        return chat;
    }

    private static ILocator Dialog(ChatWindow chat) => chat.Page.GetByRole(AriaRole.Dialog);

    private static ILocator Title(ChatWindow chat) => Dialog(chat).GetByRole(AriaRole.Heading).First;

    private static Task Press(ChatWindow chat, string button) =>
        Dialog(chat).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
