using Bot.Tests.LocalChat;
using Bot.Tests.Support;
using Bot.Tests.Whole;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.Tests.Features.Governors;

/// <summary>A governor at the page: walks, records in a dialog, makes the pack and downloads it.</summary>
public sealed class GoverningThroughThePage : IAsyncLifetime
{
    private GuideOnKestrel _guide = null!;

    public async ValueTask InitializeAsync()
    {
        await Chromium.BrowserAsync();
        _guide = await GuideOnKestrel.StartAsync(new() { Time = new Fakes.FakeTime() });
    }

    public ValueTask DisposeAsync() => _guide?.DisposeAsync() ?? default;

    [Fact]
    public async Task AGovernor_PreparesForAMeeting()
    {
        await using var chat = await ChatWindow.OpenAtAsync(_guide.Address, height: 1600);
        await chat.SayAsync("help me prepare for the council meeting on 12 January");
        await Expect(Heading(chat)).ToHaveTextAsync("Choose your trust");
        await chat.SayAsync("my trust is Barnsley Hospital");
        await Expect(Heading(chat)).ToHaveTextAsync("The 8 questions for your trust");
        await chat.PictureAsync("governors-1-progress");

        await chat.PressAsync("Go on with question 1");
        await Expect(Heading(chat)).ToHaveTextAsync(BuiltInContent.Heading("q1"));
        await chat.PressAsync("What a good answer holds");
        await chat.PictureAsync("governors-2-question");

        await chat.PressAsync("Record the answer");
        var dialog = chat.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Whom you put it to").FillAsync("the chair");
        await dialog.GetByLabel("The answer you received").FillAsync("We are in 1 system and 2 collaboratives.");
        await dialog.GetByLabel("Answered").CheckAsync();
        await chat.PictureAsync("governors-3-dialog");
        Assert.Empty((await chat.Page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Help}"));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        await Expect(Heading(chat)).ToHaveTextAsync("Kept: question 1");
        await chat.SayAsync("what is still open?");
        await Expect(Heading(chat)).ToHaveTextAsync("What is still open");
        await chat.SayAsync("remind me a week before 12 January");
        await chat.PressAsync("Yes, remind me");
        await Expect(Heading(chat)).ToHaveTextAsync("Reminder set");
        await chat.PictureAsync("governors-4-reminder");

        await chat.SayAsync("make my pack");
        await Expect(chat.LastMessage).ToContainTextAsync("Meeting pack, Barnsley Hospital, 12 January 2027.txt");
        await Expect(chat.Page.GetByRole(AriaRole.Link, new() { Name = "Download the file" })).ToHaveCountAsync(2);
        await chat.PictureAsync("governors-5-pack");
        await chat.SayAsync("what do you hold about me?");
        await Expect(Heading(chat)).ToHaveTextAsync("What I hold about you");
        await chat.PictureAsync("governors-6-held");
        await chat.PressAsync("Delete all of it");
        await Expect(Heading(chat)).ToHaveTextAsync("Deleted");
        Assert.Empty(chat.Complaints);
    }

    private static ILocator Heading(ChatWindow chat) => chat.LastMessage.GetByRole(AriaRole.Heading).First;
}
