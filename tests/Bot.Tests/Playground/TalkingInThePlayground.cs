using System.Diagnostics;
using Bot.Tests.Support;
using Bot.Tests.Whole;
using Microsoft.Playwright;

namespace Bot.Tests.Playground;

/// <summary>
/// A scripted chat in Microsoft's Agents Playground, where it is installed. Its licence is for evaluation and everybody accepts it
/// for themselves, so no script of ours installs it and its absence is no failure.
/// </summary>
public sealed class TalkingInThePlayground
{
    private const string Program = "agentsplayground";
    private const string Variable = "ICSGUIDE_PLAYGROUND";

    [Fact]
    public async Task AChat_IsGreeted_Answered_AndThanked()
    {
        if (Find() is not { } tool)
        {
            Assert.Skip($"Microsoft's Agents Playground is not installed, so the chat in it was left out. npm install -g @microsoft/m365agentsplayground, or name the program in {Variable}.");
            return;
        }

        await using var guide = await GuideOnKestrel.StartAsync();
        var port = FreePort.Next();
        using var playground = Start(tool, new Uri(guide.Address, "/api/messages"), port);
        try
        {
            var page = await (await Chromium.BrowserAsync()).NewPageAsync(new() { ViewportSize = new() { Width = 1280, Height = 1000 } });
            await OpenAsync(page, port);
            await Assertions.Expect(page.GetByText("Welcome to ICS Guide").First).ToBeVisibleAsync();

            await page.Locator("[contenteditable=true]").First.ClickAsync();
            await page.Keyboard.TypeAsync("Which footprint is Barnsley in?");
            await page.GetByRole(AriaRole.Button, new() { Name = "Send Message" }).ClickAsync();
            await Assertions.Expect(page.GetByText("Barnsley: footprint then and now").First).ToBeVisibleAsync();

            await page.GetByRole(AriaRole.Button, new() { Name = "Yes, it helped" }).Last.ClickAsync();
            await Assertions.Expect(page.GetByText("I noted that it helped").First).ToBeVisibleAsync();
            await page.ScreenshotAsync(new() { Path = Chromium.PictureOf("playground") });
            await page.CloseAsync();
        }
        finally
        {
            playground.Kill(entireProcessTree: true);
        }
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named) return File.Exists(named) ? named : null;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Select(folder => Path.Combine(folder, Program)).FirstOrDefault(File.Exists);
    }

    private static Process Start(string tool, Uri endpoint, int port)
    {
        var start = new ProcessStartInfo(tool);
        foreach (var argument in (string[])["-e", endpoint.AbsoluteUri, "-c", "msteams", "-p", $"{port}", "--disable-telemetry"]) start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new InvalidOperationException($"{tool} did not start.");
    }

    // It listens a moment after it was started.
    private static async Task OpenAsync(IPage page, int port)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await page.GotoAsync($"http://127.0.0.1:{port}/");
                return;
            }
            catch (PlaywrightException) when (attempt < 60)
            {
                await Task.Delay(500, TestContext.Current.CancellationToken);
            }
        }
    }
}
