using Bot.Storage;
using Bot.Tests.LocalChat;
using Bot.Tests.Storage;
using Bot.Tests.Support;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.Tests.Features.Questions.Certificates;

public sealed class ReadingTheCertificatePage
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task TheLinkOnACard_OpensAPageThatEverybodyCanRead(ColorScheme theme)
    {
        await Chromium.BrowserAsync();
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var village = await VillageGuide.StartAsync(database);
        await using var chat = await ChatWindow.OpenAtAsync(village.Guide.Address, theme, height: 1100);
        await chat.SayAsync("Where is the bicycle shed?");
        var link = chat.LastMessage.GetByRole(AriaRole.Link, new() { NameRegex = new("^.{4}-.{4}-.{4}$") });
        await Expect(link).ToHaveCountAsync(1);
        await chat.PictureAsync($"certificate-1-card-{theme}");
        await village.Get<WithdrawnArticles>().WithdrawAsync("shed", "29:admin", "The shed was moved", TestContext.Current.CancellationToken);

        await chat.Page.GotoAsync((await link.GetAttributeAsync("href"))!);

        await Expect(chat.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Answer number");
        await Expect(chat.Page.GetByText("because: The shed was moved.")).ToBeVisibleAsync();
        await chat.PictureAsync($"certificate-2-page-{theme}");
        Assert.Empty((await chat.Page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Help}"));
        Assert.Empty(chat.Complaints);
    }
}
