using Bot.Tests.Knowledge.Releases;
using Bot.Tests.LocalChat;
using Bot.Tests.Support;
using Bot.Tests.Whole;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.Tests.Features.Editing;

/// <summary>An admin at the page: edits with a preview, publishes and takes an answer back.</summary>
public sealed class EditingThroughThePage : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("icsguide-page-").FullName;
    private GuideOnKestrel _guide = null!;

    public async ValueTask InitializeAsync()
    {
        await Chromium.BrowserAsync();
        _guide = await GuideOnKestrel.StartAsync(new()
        {
            LoadsAnew = true,
            Settings = [("Bot:Knowledge:Folder", SmallContent.WriteTo(Path.Combine(_folder, "content"))), ("Bot:Knowledge:Models", Path.Combine(_folder, "models"))],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_guide is not null) await _guide.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task AnAdmin_EditsPublishesAndTakesBack()
    {
        await using var chat = await ChatWindow.OpenAtAsync(_guide.Address, height: 1400);
        await chat.SayAsync("knowledge base");
        await Expect(Heading(chat)).ToHaveTextAsync("The knowledge base now");
        await chat.SayAsync("edit shed");
        await chat.PressAsync("Edit in a form");
        var dialog = chat.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Short answer (up to 60 words)").FillAsync("The bicycle shed stands beside the church.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Show the answer" }).ClickAsync();
        await Expect(dialog.GetByText("This is how the answer would look")).ToBeVisibleAsync();
        await chat.PictureAsync("editing-1-preview");
        Assert.Empty((await chat.Page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Help}"));
        await dialog.GetByLabel("Why (kept in the audit log)").FillAsync("It was moved.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save as a draft" }).ClickAsync();

        await Expect(Heading(chat)).ToHaveTextAsync("Draft saved");
        await chat.PressAsync("What would change");
        await Expect(Heading(chat)).ToHaveTextAsync("What the drafts would change");
        await chat.PictureAsync("editing-2-diff");
        Assert.Empty((await chat.Page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Help}"));
        await chat.PressAsync("Publish the drafts");
        await chat.LastMessage.GetByLabel("Why (kept in the audit log)").FillAsync("It was moved.");
        await chat.PressAsync("Publish now");
        await Expect(Heading(chat)).ToHaveTextAsync("Release 1 is served", new() { Timeout = 60_000 });
        await chat.PictureAsync("editing-3-published");

        await chat.SayAsync("withdraw shed because it burnt down");
        await Expect(Heading(chat)).ToHaveTextAsync("Withdrawn");
        await chat.SayAsync("Where is the bicycle shed?");
        await Expect(Heading(chat)).ToHaveTextAsync("Answer taken back for now");
        Assert.Empty(chat.Complaints);
    }

    private static ILocator Heading(ChatWindow chat) => chat.LastMessage.GetByRole(AriaRole.Heading).First;
}
