using Bot.Storage;
using Bot.Tests.Support;
using Bot.Tests.Whole;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.Tests.LocalChat;

/// <summary>The page with the whole guide behind it, as somebody sees it who has just cloned the project.</summary>
public sealed class AskingThroughThePage : IAsyncLifetime
{
    private static readonly (string Question, string Article)[] TenQuestions =
    [
        ("What is an STP?", "stp"),
        ("whats an integrated care system", "ics"),
        ("How many footprints were there in 2016?", "count-2016"),
        ("How many footprints are there now?", "count-now"),
        ("Is an STP a legal body?", "legal-status"),
        ("what are the three gaps", "three-gaps"),
        ("Which boards merged in April 2026?", "icb-mergers-2026"),
        ("What is a primary care network?", "pcn"),
        ("wat is a contol total", "control-total"),
        ("what are the eight questions", "eight-questions"),
    ];

    private GuideOnKestrel _guide = null!;

    public async ValueTask InitializeAsync()
    {
        await Chromium.BrowserAsync();
        _guide = await GuideOnKestrel.StartAsync();
    }

    public ValueTask DisposeAsync() => _guide?.DisposeAsync() ?? default;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TenQuestions_AreAnswered_ByBothWaysOut(bool inTheResponse)
    {
        await using var chat = await ChatWindow.OpenAtAsync(_guide.Address);
        await Expect(chat.LastMessage).ToContainTextAsync("Welcome to ICS Guide");
        if (inTheResponse)
            await chat.ReplyInlineAsync();

        foreach (var (question, article) in TenQuestions)
        {
            await chat.SayAsync(question);
            await Expect(chat.LastMessage.GetByRole(AriaRole.Heading).First).ToHaveTextAsync(BuiltInContent.Heading(article));
            await Expect(chat.LastMessage).ToContainTextAsync(BuiltInContent.Short(article));
        }

        await Expect(chat.Messages).ToHaveCountAsync(1 + (2 * TenQuestions.Length));
        Assert.Empty(chat.Complaints);
        Assert.Empty(chat.RequestsElsewhere);
    }

    [Fact]
    public async Task APressedPrompt_ShowsItsArticleBelow_AndKeepsTheCard()
    {
        await using var chat = await ChatWindow.OpenAtAsync(_guide.Address);
        await AskAsync(chat, "What is an STP?", "stp");

        await chat.PressAsync(BuiltInContent.Button("legal-status"));

        await Expect(chat.Messages).ToHaveCountAsync(4);
        await Expect(chat.LastMessage.GetByRole(AriaRole.Heading).First).ToHaveTextAsync(BuiltInContent.Heading("legal-status"));
        await Expect(chat.Messages.Nth(2).GetByRole(AriaRole.Heading).First).ToHaveTextAsync(BuiltInContent.Heading("stp"));
        await Expect(chat.Messages.Nth(2).Locator(".note")).ToHaveTextAsync("The answer is below.");
        await chat.PictureAsync("guide-prompt-light");
        Assert.Empty(chat.Complaints);
    }

    [Fact]
    public async Task Detail_OpensAndCloses_ByKeyboardToo()
    {
        await using var chat = await ChatWindow.OpenAtAsync(_guide.Address);
        await AskAsync(chat, "what is an integrated care system", "ics");
        var detail = chat.LastMessage.GetByText(BuiltInContent.FirstSubheading("ics"), new() { Exact = true });
        var (more, less) = (Button(chat, "Show more detail"), Button(chat, "Hide detail"));
        await Expect(detail).ToBeHiddenAsync();

        await more.FocusAsync();
        await chat.Page.Keyboard.PressAsync("Enter");

        await Expect(detail).ToBeVisibleAsync();
        await Expect(more).ToBeHiddenAsync();
        await Expect(less).ToBeFocusedAsync();
        await chat.PictureAsync("guide-detail-light");

        await chat.Page.Keyboard.PressAsync("Enter");

        await Expect(detail).ToBeHiddenAsync();
        await Expect(more).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Feedback_IsThankedFor_AndStored()
    {
        await using var chat = await ChatWindow.OpenAtAsync(_guide.Address);
        await AskAsync(chat, "What is an STP?", "stp");

        await chat.PressAsync("Yes, it helped");

        await Expect(chat.LastMessage.Locator(".note")).ToHaveTextAsync("Thank you. I noted that it helped.");
        await chat.PictureAsync("guide-feedback-light");
        await _guide.FlushAsync();
        Assert.Equal(
            [new FeedbackCount { ArticleId = "stp", Helpful = 1 }],
            await _guide.Get<FeedbackRows>().CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AQuestionThatIsNotOurs_IsRefused_WithWhomToAsk()
    {
        await using var chat = await ChatWindow.OpenAtAsync(_guide.Address);

        await chat.SayAsync("What will the weather be tomorrow?");

        await Expect(chat.LastMessage.GetByRole(AriaRole.Heading).First).ToHaveTextAsync("Not covered in this guide");
        await Expect(chat.LastMessage).ToContainTextAsync("Ask your trust secretary");
        await chat.PictureAsync("guide-refusal-light");
    }

    [Fact]
    public async Task APlace_IsAnsweredFromRecords()
    {
        await using var chat = await ChatWindow.OpenAtAsync(_guide.Address);

        await chat.SayAsync("Which footprint is Barnsley in?");

        await Expect(chat.LastMessage.GetByRole(AriaRole.Heading).First).ToContainTextAsync("Barnsley");
        await Expect(chat.LastMessage).ToContainTextAsync("South Yorkshire");
        await chat.PictureAsync("guide-place-light");
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1024)]
    [InlineData(ColorScheme.Dark, 1024)]
    [InlineData(ColorScheme.Light, 320)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task AConversation_HasNoAccessibilityFault_AndNoSidewaysScrolling(ColorScheme theme, int width)
    {
        await using var chat = await ChatWindow.OpenAtAsync(_guide.Address, theme, width);
        var picture = $"{theme.ToString().ToLowerInvariant()}-{width}";
        await chat.PictureAsync($"guide-welcome-{picture}");
        await AskAsync(chat, "How many footprints were there in 2016?", "count-2016");
        await AskAsync(chat, "what are the eight questions", "eight-questions");
        await chat.PictureAsync($"guide-eight-{picture}");
        await chat.SayAsync("What will the weather be tomorrow?");
        await Expect(chat.LastMessage).ToContainTextAsync("Not covered in this guide");
        await AskAsync(chat, "What is an ICS?", "ics");
        await chat.PressAsync("Show more detail");
        await chat.PressAsync("No, it did not");
        await Expect(chat.LastMessage.Locator(".note")).ToContainTextAsync("Thank you.");
        await chat.PictureAsync($"guide-talk-{picture}");

        Assert.Equal(width, await chat.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Assert.Equal(0, await chat.Page.EvaluateAsync<int>(
            "() => { const t = document.getElementById('transcript'); return t.scrollWidth - t.clientWidth; }"));
        var axe = await chat.Page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        });
        Structure.Faults.None(axe.Violations.Select(fault =>
            $"{fault.Id}: {fault.Help}: {string.Join(" | ", fault.Nodes.Select(node => node.Html))}"));
    }

    private static ILocator Button(ChatWindow chat, string name) =>
        chat.LastMessage.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static async Task AskAsync(ChatWindow chat, string question, string article)
    {
        await chat.SayAsync(question);
        await Expect(chat.LastMessage.GetByRole(AriaRole.Heading).First).ToHaveTextAsync(BuiltInContent.Heading(article));
    }
}
