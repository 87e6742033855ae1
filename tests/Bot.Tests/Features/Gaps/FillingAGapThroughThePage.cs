using Bot.Features.Questions.Telling;
using Bot.Storage;
using Bot.Tests.LocalChat;
using Bot.Tests.Storage;
using Bot.Tests.Support;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.Tests.Features.Gaps;

/// <summary>The whole way at the page: refused, to be told, the board, a draft, a release, told.</summary>
public sealed class FillingAGapThroughThePage
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task AQuestionInVain_EndsInAnAnswer(ColorScheme theme)
    {
        await Chromium.BrowserAsync();
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var village = await VillageGuide.StartAsync(database);
        await using var chat = await ChatWindow.OpenAtAsync(village.Guide.Address, theme, height: 1300);

        await chat.SayAsync("who puts new irons on my mare");
        await Expect(Heading(chat)).ToHaveTextAsync("Not covered in this guide");
        await chat.PictureAsync($"gaps-1-refused-{theme}");
        await chat.PressAsync("Tell me when it is answered");
        await Expect(Heading(chat)).ToHaveTextAsync("I will tell you");
        await chat.PictureAsync($"gaps-2-wish-{theme}");

        await village.Guide.FlushAsync();
        await chat.SayAsync("show me the gap board");
        await Expect(Heading(chat)).ToHaveTextAsync("Gap board");
        await chat.PictureAsync($"gaps-3-board-{theme}");
        await chat.PressAsync("Open group 1");
        await Expect(Heading(chat)).ToHaveTextAsync("Questions that belong together");
        await chat.PictureAsync($"gaps-4-group-{theme}");

        await chat.PressAsync("Begin an article");
        var dialog = chat.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Heading, not as a question").FillAsync("Irons for horses");
        await dialog.GetByLabel("Short answer, up to 60 words").FillAsync("The smith puts irons on horses.");
        await chat.PictureAsync($"gaps-5-form-{theme}");
        Assert.Empty((await chat.Page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Help}"));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save as draft", Exact = true }).ClickAsync();
        await Expect(Heading(chat)).ToHaveTextAsync("Drafted as an article");
        await chat.PictureAsync($"gaps-6-drafted-{theme}");

        await village.PublishAsync();
        await village.Get<TellingClock>().LookAsync(Ct);
        await Expect(Heading(chat)).ToHaveTextAsync("Irons for horses");
        await Expect(chat.LastMessage).ToContainTextAsync("This guide can answer it now.");
        await chat.PictureAsync($"gaps-7-told-{theme}");
        Assert.Empty(chat.Complaints);
    }

    private static ILocator Heading(ChatWindow chat) => chat.LastMessage.GetByRole(AriaRole.Heading).First;
}
