using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.Tests.LocalChat;

public sealed class PressingButtons
{
    [Fact]
    public async Task GivingFeedback_ReplacesTheCard_AndKeepsFocusInIt()
    {
        await using var chat = await ChatWindow.OpenAsync();
        await chat.SayAsync("card");
        await Expect(chat.Cards).ToHaveCountAsync(2);

        await chat.PressAsync("This helped");

        await Expect(chat.LastMessage).ToContainTextAsync("Thank you. Your feedback is noted.");
        await Expect(chat.Cards).ToHaveCountAsync(2);
        await Expect(chat.Cards.Last).ToBeFocusedAsync();
        await chat.PictureAsync("feedback-light");
        var press = chat.Host.Bot.LastOf("invoke");
        Assert.Equal("adaptiveCard/action", (string?)press["name"]);
        Assert.Equal("Action.Execute", (string?)press["value"]!["action"]!["type"]);
        Assert.Equal("feedback", (string?)press["value"]!["action"]!["verb"]);
        Assert.True((bool?)press["value"]!["action"]!["data"]!["helpful"]);
        Assert.Equal("manual", (string?)press["value"]!["trigger"]);
        Assert.False(string.IsNullOrEmpty((string?)press["replyToId"]));
        Assert.Empty(chat.Complaints);
    }

    [Fact]
    public async Task GivingFeedback_ByKeyboard_Works()
    {
        await using var chat = await ChatWindow.OpenAsync();
        await chat.SayAsync("card");
        await Expect(chat.Cards).ToHaveCountAsync(2);

        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "This helped" }).FocusAsync();
        await chat.PictureAsync("focus-light");
        await chat.Page.Keyboard.PressAsync("Enter");

        await Expect(chat.LastMessage).ToContainTextAsync("Thank you. Your feedback is noted.");
        await Expect(chat.Cards.Last).ToBeFocusedAsync();
        await chat.Page.Keyboard.PressAsync("Tab");
        await Expect(chat.Page.GetByRole(AriaRole.Button, new() { Name = "Show or hide the sources" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task ShowingDetail_OpensAndClosesIt()
    {
        await using var chat = await ChatWindow.OpenAsync();
        await chat.SayAsync("card");
        var source = chat.Page.GetByRole(AriaRole.Link, new() { Name = "Health and Care Act 2022" });

        var button = chat.Page.GetByRole(AriaRole.Button, new() { Name = "Show or hide the sources" });
        await Expect(button).ToHaveAttributeAsync("aria-expanded", "false");

        await button.ClickAsync();
        await Expect(source).ToBeVisibleAsync();
        await Expect(button).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(source).ToHaveAttributeAsync("target", "_blank");
        await Expect(source).ToHaveAttributeAsync("rel", "noopener noreferrer");

        await button.ClickAsync();
        await Expect(source).ToBeHiddenAsync();
        await Expect(button).ToHaveAttributeAsync("aria-expanded", "false");
    }

    [Fact]
    public async Task OpeningALink_OpensATab_WithoutAWayBack()
    {
        await using var chat = await ChatWindow.OpenAsync();
        await chat.Page.Context.RouteAsync("https://www.legislation.gov.uk/**", route => route.FulfillAsync(new() { Body = "The Act" }));
        await chat.SayAsync("card");

        var tab = await chat.Page.Context.RunAndWaitForPageAsync(() => chat.FollowAsync("Read the Act"));

        Assert.Equal("https://www.legislation.gov.uk/ukpga/2022/31", tab.Url);
        Assert.True(await tab.EvaluateAsync<bool>("() => window.opener === null"));
    }

    [Fact]
    public async Task FillingIn_SendsTheInputs_AndShowsTheBotsWords()
    {
        await using var chat = await ChatWindow.OpenAsync();
        await chat.SayAsync("form");

        await chat.PressAsync("Keep this");
        await Expect(chat.LastMessage).ToContainTextAsync("Choose a trust");

        await chat.Page.GetByRole(AriaRole.Combobox).SelectOptionAsync("RFF");
        await chat.Page.GetByLabel("Your note").FillAsync("Ask about winter");
        await chat.PressAsync("Keep this");

        await Expect(chat.LastMessage.Locator(".note")).ToHaveTextAsync("Kept: RFF, Ask about winter");
        await chat.PictureAsync("form-light");
    }

    [Fact]
    public async Task ARefusedPress_SaysWhy()
    {
        await using var chat = await ChatWindow.OpenAsync();
        await chat.SayAsync("form");

        await chat.PressAsync("Fail on purpose");

        await Expect(chat.LastMessage.Locator(".note")).ToHaveTextAsync("That did not work. The form is closed.");
    }

    [Fact]
    public async Task APressThatBreaksTheBot_SaysWhatToDo()
    {
        await using var chat = await ChatWindow.OpenAsync();
        await chat.SayAsync("form");

        await chat.PressAsync("Crash on purpose");

        await Expect(chat.LastMessage.Locator(".note")).ToContainTextAsync("Something went wrong in the bot (status 500). Try again.");
    }

    [Fact]
    public async Task AnUnknownPress_SaysWhatToDo()
    {
        await using var chat = await ChatWindow.OpenAsync();

        await chat.PressAsync("What is an ICS?");

        await Expect(chat.LastMessage.Locator(".note")).ToContainTextAsync("The bot has nothing that answers this.");
    }
}
