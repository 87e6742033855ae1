using Bot.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.Tests.LocalChat;

public sealed class WhenThingsGoWrong
{
    [Theory]
    [InlineData(500, "Something went wrong in the bot (status 500)")]
    [InlineData(503, "The bot is busy. Wait a minute")]
    [InlineData(401, "Set Bot:Auth:Mode to Development")]
    [InlineData(413, "The message is too large. Shorten it")]
    [InlineData(400, "The toy refuses.")]
    public async Task ARefusedMessage_SaysWhatToDo_AndCanBeSentAgain(int status, string words)
    {
        await using var chat = await ChatWindow.OpenAsync();
        chat.Host.Bot.Obstacle = _ => status;

        await chat.SayAsync("hello");
        await Expect(chat.Trouble).ToContainTextAsync(words);
        if (status == 500)
            await chat.PictureAsync("error-light");

        chat.Host.Bot.Obstacle = _ => 0;
        await chat.PressAsync("Try again");
        await Expect(chat.LastMessage).ToContainTextAsync("You said: hello");
        await Expect(chat.Trouble).ToHaveCountAsync(0);
        await Expect(chat.Box).ToBeFocusedAsync();
    }

    [Fact]
    public async Task ALostLine_IsSaid_AndComesBack()
    {
        var host = await ChatHost.StartAsync();
        await using var chat = await ChatWindow.OpenAsync(host: host);
        await host.DisposeAsync();

        await Expect(chat.Page.GetByText("Connection lost, trying again.")).ToBeVisibleAsync();
        await chat.SayAsync("hello");
        await Expect(chat.Trouble).ToContainTextAsync("The bot cannot be reached. Check that it is running, then try again.");
        await chat.PictureAsync("lost-light");

        await using var again = await ChatHost.StartAsync(port: new Uri(chat.Page.Url).Port);
        await Expect(chat.Page.GetByText("Connection lost")).ToBeHiddenAsync(new() { Timeout = 15_000 });
        await chat.PressAsync("Try again");
        await Expect(chat.LastMessage).ToContainTextAsync("You said: hello");
    }

    [Fact]
    public async Task Markup_StaysText()
    {
        const string Attack = "<img src=x onerror=\"window.hurt=1\"><script>window.hurt=1</script>";
        await using var chat = await ChatWindow.OpenAsync();

        await chat.SayAsync(Attack);
        await Expect(chat.LastMessage).ToContainTextAsync(Attack);
        await chat.SayAsync("hostile");
        await Expect(chat.Messages).ToHaveCountAsync(6);
        await chat.PictureAsync("hostile-light");
        await chat.FollowAsync("<b>Open</b>");

        await Expect(chat.LastMessage.Locator(".note")).ToHaveTextAsync("This link cannot be opened here.");
        Assert.False(await chat.Page.EvaluateAsync<bool>("() => 'hurt' in window"));
        Assert.Equal(0, await chat.Page.Locator("#transcript img, #transcript script, #transcript a[href^='javascript']").CountAsync());
        Assert.Empty(chat.RequestsElsewhere);
        Assert.Empty(chat.Complaints);
    }

    [Fact]
    public async Task WithoutTheRenderer_ThePageSaysWhatToInstall_AndShowsWords()
    {
        var folder = Directory.CreateTempSubdirectory("page");
        foreach (var file in Directory.EnumerateFiles(Chromium.PageFolder))
            File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
        try
        {
            await using var host = await ChatHost.StartAsync(pageFolder: folder.FullName);
            await using var chat = await ChatWindow.OpenAsync(host: host);

            await Expect(chat.Page.GetByText("Install Node.js with npm")).ToBeVisibleAsync();
            await Expect(chat.LastMessage).ToContainTextAsync("Welcome to ICS Guide. Ask about integrated care systems in England.");
            await chat.PictureAsync("without-renderer-light");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
