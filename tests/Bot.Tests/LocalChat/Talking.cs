using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.Tests.LocalChat;

public sealed class Talking
{
    [Fact]
    public async Task Opening_GreetsAsTeamsWould()
    {
        await using var chat = await ChatWindow.OpenAsync();

        await Expect(chat.LastMessage).ToContainTextAsync("Welcome to ICS Guide");
        var arrival = chat.Host.Bot.LastOf("conversationUpdate");
        Assert.Equal("msteams", (string?)arrival["channelId"]);
        Assert.Equal("personal", (string?)arrival["conversation"]!["conversationType"]);
        Assert.Equal(["29:local-user", "28:ics-guide"], arrival["membersAdded"]!.AsArray().Select(member => (string?)member!["id"]));
        Assert.Equal($"{chat.Host.Address}loopback/", (string?)arrival["serviceUrl"]);
        Assert.Empty(chat.Complaints);
        Assert.Empty(chat.RequestsElsewhere);
    }

    [Fact]
    public async Task Asking_ShowsTheAnswer_WhichCameThroughTheConnector()
    {
        await using var chat = await ChatWindow.OpenAsync();

        await chat.SayAsync("card");

        await Expect(chat.LastMessage.GetByRole(AriaRole.Heading, new() { Name = "What an integrated care system is" })).ToBeVisibleAsync();
        await Expect(chat.Page.GetByRole(AriaRole.Log)).ToContainTextAsync("ICS Guide: What an integrated care system is");
        await Expect(chat.Box).ToBeFocusedAsync();
        await chat.PictureAsync("answer-light");
        var question = chat.Host.Bot.LastOf("message");
        Assert.Null(question["deliveryMode"]);
        Assert.Equal("en-GB", (string?)question["locale"]);
        Assert.Empty(chat.Complaints);
        Assert.Empty(chat.RequestsElsewhere);
    }

    [Fact]
    public async Task Asking_WithRepliesInTheResponse_ShowsTheAnswer()
    {
        await using var chat = await ChatWindow.OpenAsync();
        await chat.ReplyInlineAsync();

        await chat.SayAsync("card");

        await Expect(chat.LastMessage.GetByRole(AriaRole.Heading)).ToContainTextAsync("What an integrated care system is");
        Assert.Equal("expectReplies", (string?)chat.Host.Bot.LastOf("message")["deliveryMode"]);
    }

    [Fact]
    public async Task ShiftAndEnter_StartsALine_AndEnterSends()
    {
        await using var chat = await ChatWindow.OpenAsync();

        await chat.Box.FillAsync("one");
        await chat.Box.PressAsync("Shift+Enter");
        await chat.Page.Keyboard.TypeAsync("two");
        await chat.Box.PressAsync("Enter");

        await Expect(chat.Messages).ToHaveCountAsync(3);
        Assert.Equal("one\ntwo", (string?)chat.Host.Bot.LastOf("message")["text"]);
        await Expect(chat.Box).ToHaveValueAsync("");
    }

    [Fact]
    public async Task AMessageOverTheLimit_IsNotSent_AndSaysWhatToDo()
    {
        await using var chat = await ChatWindow.OpenAsync();

        await chat.SayAsync(new string('a', 4012));

        await Expect(chat.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Your message has 4,012 characters. Shorten it to 4,000 or fewer.");
        await chat.PictureAsync("too-long-light");
        await chat.SayAsync(new string('a', 4000));
        await Expect(chat.Messages).ToHaveCountAsync(3);
        Assert.Single(chat.Host.Bot.Received, activity => (string?)activity["type"] == "message");
    }

    [Fact]
    public async Task AChangedMessage_ChangesInPlace()
    {
        await using var chat = await ChatWindow.OpenAsync();

        await chat.SayAsync("change");

        await Expect(chat.LastMessage).ToContainTextAsync("The second words");
        await Expect(chat.LastMessage).ToContainTextAsync("Edited");
        await Expect(chat.Messages).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task AMessageNobodyAskedFor_IsShown()
    {
        await using var chat = await ChatWindow.OpenAsync();

        await chat.Host.Bot.RemindAsync("Your meeting is tomorrow");

        await Expect(chat.LastMessage).ToContainTextAsync("Your meeting is tomorrow");
        await Expect(chat.Page.GetByRole(AriaRole.Log)).ToContainTextAsync("ICS Guide: Your meeting is tomorrow");
    }

    [Fact]
    public async Task ADeletedMessage_SaysSo()
    {
        await using var chat = await ChatWindow.OpenAsync();

        await chat.SayAsync("delete");

        await Expect(chat.LastMessage).ToContainTextAsync("This message was deleted.");
    }

    [Fact]
    public async Task ATypingSign_IsShown_UntilAMessageComes()
    {
        await using var chat = await ChatWindow.OpenAsync();
        var sign = chat.Page.GetByText("ICS Guide is writing");

        await chat.SayAsync("type for ever");
        await Expect(sign).ToBeVisibleAsync();
        await chat.PictureAsync("typing-light");

        await chat.SayAsync("hello");
        await Expect(sign).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Reloading_KeepsTheTalk_AndANewConversationForgetsIt()
    {
        await using var chat = await ChatWindow.OpenAsync();
        await chat.SayAsync("hello");
        await Expect(chat.Messages).ToHaveCountAsync(3);
        var before = Conversation();

        await chat.Page.ReloadAsync();
        await Expect(chat.Messages).ToHaveCountAsync(3);
        await chat.SayAsync("again");
        await Expect(chat.LastMessage).ToContainTextAsync("You said: again");
        Assert.Equal(before, Conversation());

        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "New conversation" }).ClickAsync();
        await Expect(chat.Messages).ToHaveCountAsync(1);
        await Expect(chat.LastMessage).ToContainTextAsync("Welcome to ICS Guide");
        await chat.SayAsync("fresh");
        await Expect(chat.Messages).ToHaveCountAsync(3);
        Assert.NotEqual(before, Conversation());

        string? Conversation() => (string?)chat.Host.Bot.LastOf("message")["conversation"]!["id"];
    }
}
