using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.Tests.LocalChat;

public sealed class TypingNames
{
    [Fact]
    public async Task ASlip_IsOfferedTheRightName_WhichTheCardSends()
    {
        await using var chat = await OpenAsync();

        await Box(chat).FillAsync("barnsly");
        await Option(chat, "Barnsley Hospital").ClickAsync();
        await Expect(Box(chat)).ToHaveValueAsync("Barnsley Hospital");
        await chat.PressAsync("Use this trust");

        await Expect(chat.LastMessage.Locator(".note")).ToHaveTextAsync("Kept: RFF, chosen");
        var search = chat.Host.Bot.Received.Last(a => (string?)a["name"] == "application/search")["value"]!;
        Assert.Equal("barnsly", (string?)search["queryText"]);
        Assert.Equal("trusts", (string?)search["dataset"]);
        Assert.Empty(chat.Complaints);
    }

    [Fact]
    public async Task ByKeyboard_ANameThatTheCardDoesNotHold_IsChosenToo()
    {
        await using var chat = await OpenAsync();

        await Box(chat).PressSequentiallyAsync("bar");
        await Expect(Option(chat, "Barts Health")).ToBeVisibleAsync();
        await Expect(Box(chat)).ToHaveAttributeAsync("aria-expanded", "true");
        await Box(chat).PressAsync("ArrowDown");
        await Box(chat).PressAsync("ArrowDown");
        await Expect(Option(chat, "Barts Health")).ToHaveAttributeAsync("aria-selected", "true");
        await Box(chat).PressAsync("Enter");
        await Expect(Box(chat)).ToBeFocusedAsync();
        await chat.PressAsync("Use this trust");

        await Expect(chat.LastMessage.Locator(".note")).ToHaveTextAsync("Kept: R1H, chosen");
    }

    [Fact]
    public async Task Escape_ClosesTheList_AndKeepsWhatWasTyped()
    {
        await using var chat = await OpenAsync();
        await Box(chat).PressSequentiallyAsync("bar");
        await Expect(Option(chat, "Barts Health")).ToBeVisibleAsync();

        await Box(chat).PressAsync("Escape");

        await Expect(Option(chat, "Barts Health")).ToBeHiddenAsync();
        await Expect(Box(chat)).ToHaveValueAsync("bar");
    }

    [Fact]
    public async Task ANameThatNobodyHas_IsNotSent()
    {
        await using var chat = await OpenAsync();
        await Box(chat).FillAsync("nobody");
        await Expect(chat.LastMessage.GetByText("No names found.")).ToBeAttachedAsync();

        await chat.PressAsync("Use this trust");

        await Expect(chat.LastMessage).ToContainTextAsync("Choose a trust from the list");
    }

    [Theory]
    [InlineData(ColorScheme.Light, 700)]
    [InlineData(ColorScheme.Dark, 700)]
    [InlineData(ColorScheme.Light, 320)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task AnOpenList_HasNoAccessibilityFault(ColorScheme theme, int width)
    {
        await using var chat = await OpenAsync(theme, width);
        await Box(chat).PressSequentiallyAsync("bar");
        await Expect(Option(chat, "Barts Health")).ToBeVisibleAsync();
        await Box(chat).PressAsync("ArrowDown");
        await chat.PictureAsync($"names-{theme.ToString().ToLowerInvariant()}-{width}");

        var axe = await chat.Page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        });
        Assert.True(axe.Violations.Length == 0, string.Join('\n', axe.Violations.Select(fault => $"{fault.Id}: {fault.Help}: {fault.Nodes[0].Html}")));
    }

    private static async Task<ChatWindow> OpenAsync(ColorScheme theme = ColorScheme.Light, int width = 1024)
    {
        var chat = await ChatWindow.OpenAsync(theme, width);
        await chat.SayAsync("names");
        await Expect(chat.Cards).ToHaveCountAsync(2);
        return chat;
    }

    private static ILocator Box(ChatWindow chat) => chat.LastMessage.GetByRole(AriaRole.Combobox);

    private static ILocator Option(ChatWindow chat, string name) => chat.LastMessage.GetByRole(AriaRole.Option, new() { Name = name });
}
