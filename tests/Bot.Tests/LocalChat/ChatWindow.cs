using System.Collections.Concurrent;
using Bot.Tests.Support;
using Microsoft.Playwright;

namespace Bot.Tests.LocalChat;

/// <summary>One person's browser window on the local chat, with the words a test would use for what is in it.</summary>
internal sealed class ChatWindow : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly ConcurrentQueue<string> requests = new();
    private readonly ChatHost? host;
    private bool ownsHost;

    private ChatWindow(ChatHost? host, Uri address, IPage page)
    {
        this.host = host;
        Address = address;
        Page = page;
        page.Console += (_, line) =>
        {
            if (line.Type is "error" or "warning")
                complaints.Enqueue(line.Text);
        };
        page.PageError += (_, error) => complaints.Enqueue(error);
        page.Request += (_, request) => requests.Enqueue(request.Url);
    }

    /// <summary>The toy behind the page.</summary>
    public ChatHost Host => host ?? throw new InvalidOperationException("Behind this window is the whole guide, not a toy.");
    public Uri Address { get; }
    public IPage Page { get; }

    public ILocator Box => Page.GetByLabel("Your message");
    public ILocator Messages => Page.Locator("#transcript article");
    public ILocator LastMessage => Messages.Last;
    public ILocator Cards => Page.Locator("#transcript .ac-adaptiveCard");
    public ILocator Trouble => Page.Locator("#transcript .trouble");

    public IEnumerable<string> Complaints => complaints;
    public IEnumerable<string> RequestsElsewhere => requests.Where(url => new Uri(url).Authority != Address.Authority && !url.StartsWith("data:", StringComparison.Ordinal));

    public static async Task<ChatWindow> OpenAsync(
        ColorScheme theme = ColorScheme.Light, int width = 1024, int height = 800, ChatHost? host = null, bool greeted = true)
    {
        var page = await NewPageAsync(theme, width, height);
        var toy = host ?? await ChatHost.StartAsync();
        var window = new ChatWindow(toy, toy.Address, page) { ownsHost = host is null };
        await window.GoAsync(greeted);
        return window;
    }

    /// <summary>A window on the whole guide.</summary>
    public static async Task<ChatWindow> OpenAtAsync(Uri address, ColorScheme theme = ColorScheme.Light, int width = 1024, int height = 900)
    {
        var window = new ChatWindow(null, address, await NewPageAsync(theme, width, height));
        await window.GoAsync(greeted: true);
        return window;
    }

    private static async Task<IPage> NewPageAsync(ColorScheme theme, int width, int height)
    {
        var browser = await Chromium.BrowserAsync();
        var page = await browser.NewPageAsync(new() { ColorScheme = theme, ViewportSize = new() { Width = width, Height = height }, Locale = "en-GB" });
        page.SetDefaultTimeout(15_000);
        return page;
    }

    private async Task GoAsync(bool greeted)
    {
        await Page.GotoAsync(Address.ToString());
        if (greeted)
            await Assertions.Expect(Messages).ToHaveCountAsync(1);
    }

    public async Task SayAsync(string text)
    {
        await Box.FillAsync(text);
        await Box.PressAsync("Enter");
    }

    public Task PressAsync(string button) =>
        Page.Locator("#transcript").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.ClickAsync();

    public Task FollowAsync(string link) =>
        Page.Locator("#transcript").GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).Last.ClickAsync();

    public Task ReplyInlineAsync() => Page.GetByRole(AriaRole.Switch).CheckAsync();

    /// <summary>Once things came to rest, so that two runs give the same picture.</summary>
    public async Task PictureAsync(string name)
    {
        await Page.Mouse.MoveAsync(0, 0);
        await Page.ScreenshotAsync(new() { Path = Chromium.PictureOf(name), Animations = ScreenshotAnimations.Disabled });
    }

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        if (ownsHost)
            await Host.DisposeAsync();
    }
}
