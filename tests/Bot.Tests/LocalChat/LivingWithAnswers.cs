using Bot.Storage;
using Bot.Tests.Support;
using Bot.Tests.Whole;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.Tests.LocalChat;

/// <summary>What Teams offers around a message, tried in the page with the whole guide behind it.</summary>
public sealed class LivingWithAnswers : IAsyncLifetime
{
    private GuideOnKestrel _guide = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await Chromium.BrowserAsync();
        _guide = await GuideOnKestrel.StartAsync();
    }

    public ValueTask DisposeAsync() => _guide?.DisposeAsync() ?? default;

    [Fact]
    public async Task EditingAQuestion_ChangesItsAnswer()
    {
        await using var chat = await AskedAsync("What is an ICS?");

        await Foot(chat.Messages.Nth(1), "Edit").ClickAsync();
        await Expect(chat.Page.GetByLabel("Edit your message")).ToHaveValueAsync("What is an ICS?");
        await chat.Page.GetByLabel("Edit your message").FillAsync("What is an STP?");
        await chat.Page.Keyboard.PressAsync("Enter");

        await Expect(chat.LastMessage.GetByRole(AriaRole.Heading).First).ToHaveTextAsync(BuiltInContent.Heading("stp"));
        await Expect(chat.LastMessage.Locator(".head")).ToContainTextAsync("Edited");
        await Expect(chat.Messages.Nth(1)).ToContainTextAsync("What is an STP?");
        await Expect(chat.Messages).ToHaveCountAsync(3);
        await Expect(chat.Box).ToBeFocusedAsync();
        Assert.Empty(chat.Complaints);
    }

    [Fact]
    public async Task AnEdit_CanBeGivenUp()
    {
        await using var chat = await AskedAsync("What is an ICS?");

        await Foot(chat.Messages.Nth(1), "Edit").ClickAsync();
        await chat.Page.Keyboard.PressAsync("Escape");

        await Expect(chat.Box).ToHaveValueAsync("");
        await Expect(chat.Messages.Nth(1)).ToContainTextAsync("What is an ICS?");
    }

    [Fact]
    public async Task DeletingAQuestion_LeavesNothingToLeanOn()
    {
        await using var chat = await AskedAsync("Which footprint is Barnsley in?");

        await Foot(chat.Messages.Nth(1), "Delete").ClickAsync();
        await Expect(chat.Messages.Nth(1)).ToContainTextAsync("This message was deleted.");
        await chat.SayAsync("And in 2016?");

        await Expect(chat.Messages).ToHaveCountAsync(5);
        await Expect(chat.LastMessage).Not.ToContainTextAsync("Barnsley");
    }

    [Fact]
    public async Task AThumbDown_AsksWhatWasWrong_AndCounts()
    {
        await using var chat = await AskedAsync("What is an STP?");

        await Foot(chat.LastMessage, "Thumb down").ClickAsync();
        var dialog = chat.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByRole(AriaRole.Heading).First).ToHaveTextAsync("What was wrong");
        await dialog.GetByLabel("It is wrong or out of date").CheckAsync();
        await dialog.GetByLabel("In your own words (optional)").FillAsync("The date is last year's.");
        await chat.PictureAsync("feedback-form-light-1024");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Send feedback" }).ClickAsync();

        await Expect(dialog).ToBeHiddenAsync();
        await Expect(chat.LastMessage.Locator(".note")).ToHaveTextAsync("Your feedback was sent.");
        Assert.Equal([new FeedbackCount { ArticleId = "stp", NotHelpful = 1 }], await CountAsync(1));
        Assert.Equal("It is wrong or out of date. The date is last year's.", Assert.Single(await _guide.Get<FeedbackRows>().LatestWordsAsync(5, Ct)).Words);
    }

    [Fact]
    public async Task ALike_CountsUntilItIsTakenBack()
    {
        await using var chat = await AskedAsync("What is an STP?");

        await Foot(chat.LastMessage, "Like").ClickAsync();
        await Expect(Foot(chat.LastMessage, "Like")).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Equal([new FeedbackCount { ArticleId = "stp", Helpful = 1 }], await CountAsync(1));

        await Foot(chat.LastMessage, "Like").ClickAsync();
        await Expect(Foot(chat.LastMessage, "Like")).ToHaveAttributeAsync("aria-pressed", "false");
        Assert.Empty(await CountAsync(0));
    }

    [Fact]
    public async Task ASuggestion_IsSaidByPressingIt()
    {
        await using var chat = await AskedAsync("Which footprint is Barnsley in?");

        await chat.Page.GetByRole(AriaRole.Group, new() { Name = "Suggestions" }).GetByRole(AriaRole.Button, new() { Name = "And in 2016?" }).ClickAsync();

        await Expect(chat.Messages).ToHaveCountAsync(5);
        await Expect(chat.LastMessage).ToContainTextAsync("South Yorkshire and Bassetlaw");
        await Expect(chat.Messages.Nth(3)).ToContainTextAsync("And in 2016?");
    }

    [Theory]
    [InlineData(ColorScheme.Light, 700)]
    [InlineData(ColorScheme.Dark, 700)]
    [InlineData(ColorScheme.Light, 320)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task AllThis_HasNoAccessibilityFault(ColorScheme theme, int width)
    {
        await using var chat = await AskedAsync("Which footprint is Barnsley in?", theme, width);
        await Foot(chat.LastMessage, "Like").ClickAsync();
        await Foot(chat.LastMessage, "Like").ScrollIntoViewIfNeededAsync();
        await chat.PictureAsync($"feet-{theme.ToString().ToLowerInvariant()}-{width}");

        Assert.Equal(width, await chat.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Assert.Empty(await chat.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll(".foot, .suggestion")]
              .filter(target => target.getBoundingClientRect().width < 24 || target.getBoundingClientRect().height < 24)
              .map(target => target.outerHTML)
            """));
        var axe = await chat.Page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        });
        Assert.True(axe.Violations.Length == 0, string.Join('\n', axe.Violations.Select(fault => $"{fault.Id}: {fault.Help}: {fault.Nodes[0].Html}")));
    }

    private async Task<ChatWindow> AskedAsync(string question, ColorScheme theme = ColorScheme.Light, int width = 1024)
    {
        var chat = await ChatWindow.OpenAtAsync(_guide.Address, theme, width);
        await chat.SayAsync(question);
        await Expect(chat.Messages).ToHaveCountAsync(3);
        return chat;
    }

    private static ILocator Foot(ILocator message, string name) => message.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private async Task<IReadOnlyList<FeedbackCount>> CountAsync(int expected)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        IReadOnlyList<FeedbackCount> counts;
        while ((counts = await _guide.Get<FeedbackRows>().CountAsync(limit.Token)).Count != expected)
            await Task.Delay(20, limit.Token);
        return counts;
    }
}
