using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Bot.Tests.Support.Chromium))]

namespace Bot.Tests.Support;

/// <summary>The one browser of a test run, started by the first test that needs it and closed after the last.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";

    private static readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> Started = new(StartAsync);

    internal static async Task<IBrowser> BrowserAsync()
    {
        Requirement.Needs(File.Exists(Program), "Install chromium to run the browser tests.");
        Requirement.Needs(
            File.Exists(Path.Combine(PageFolder, "lib", "adaptivecards.min.js")),
            "The card renderer is missing: install Node.js with npm and build src/Bot again.");
        return (await Started.Value).Browser;
    }

    internal static string PageFolder { get; } = Repository.PathOf("src", "Bot", "wwwroot");

    /// <summary>Where a test leaves its pictures, for people to look at.</summary>
    internal static string PictureOf(string name)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "screenshots", name + ".png");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return file;
    }

    public async ValueTask DisposeAsync()
    {
        if (!Started.IsValueCreated)
            return;
        var (playwright, browser) = await Started.Value;
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static async Task<(IPlaywright, IBrowser)> StartAsync()
    {
        // Two cores build and test at once; a page that is slow then is not wrong.
        Assertions.SetDefaultExpectTimeout(15_000);
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = ["--no-sandbox"] }));
    }
}
