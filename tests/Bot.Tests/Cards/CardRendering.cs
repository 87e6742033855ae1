using System.Text;
using System.Text.Json;
using Bot.Tests.Support;
using Microsoft.Playwright;

namespace Bot.Tests.Cards;

/// <summary>
/// Draws a card with the official renderer as the local chat does, light and dark, wide and narrow. Fails on anything the parser
/// complains of, on a card that needs sideways scrolling and on text that is cut off. Leaves a picture of each.
/// </summary>
internal static class CardRendering
{
    private static readonly string[] Themes = ["light", "dark"];
    private static readonly int[] Widths = [1024, 320];

    private static readonly SemaphoreSlim OnePageAtATime = new(1);
    private static IPage? shared;

    public static async Task CheckAsync(string name, ReadOnlyMemory<byte> cardJson)
    {
        var faults = await FaultsAsync(name, cardJson);
        Assert.True(faults.Count == 0, $"{name} is not drawn as it should be:\n{string.Join('\n', faults)}");
    }

    public static async Task<IReadOnlyList<string>> FaultsAsync(string name, ReadOnlyMemory<byte> cardJson)
    {
        var browser = await Chromium.BrowserAsync();
        await OnePageAtATime.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            shared ??= await OpenAsync(browser);
            var faults = new List<string>();
            foreach (var theme in Themes)
                foreach (var width in Widths)
                {
                    await PrepareAsync(shared, theme, width);
                    var found = await DrawAsync(shared, theme, Encoding.UTF8.GetString(cardJson.Span));
                    faults.AddRange(found.Select(fault => $"{theme}, {width} px: {fault}"));
                    await shared.Locator("#stage").ScreenshotAsync(new() { Path = Chromium.PictureOf($"cards/{name}-{theme}-{width}") });
                }
            return faults;
        }
        finally
        {
            OnePageAtATime.Release();
        }
    }

    /// <summary>Many cards one after the other at one width, in both themes and with everything unfolded; no pictures.</summary>
    public static async Task<IReadOnlyList<string>> FaultsOfAllAsync(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> cards, int width)
    {
        var browser = await Chromium.BrowserAsync();
        await OnePageAtATime.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            shared ??= await OpenAsync(browser);
            var faults = new List<string>();
            foreach (var theme in Themes)
            {
                await PrepareAsync(shared, theme, width);
                foreach (var (name, card) in cards)
                    faults.AddRange((await DrawAsync(shared, theme, Unfolded(card))).Select(fault => $"{name}, {theme}, {width} px: {fault}"));
            }

            return faults;
        }
        finally
        {
            OnePageAtATime.Release();
        }
    }

    private static string Unfolded(ReadOnlyMemory<byte> card) =>
        Encoding.UTF8.GetString(card.Span).Replace("\"isVisible\":false", "\"isVisible\":true", StringComparison.Ordinal);

    private static async Task<IPage> OpenAsync(IBrowser browser)
    {
        var page = await browser.NewPageAsync();
        // A card must not need another machine to look right.
        await page.RouteAsync("**/*", route => route.AbortAsync());
        await page.SetContentAsync("<!doctype html><html lang='en-GB'><body><main id='stage'></main></body></html>");
        foreach (var style in new[] { "chat.css", "card.css" })
            await page.AddStyleTagAsync(new() { Path = Path.Combine(Chromium.PageFolder, style) });
        // The chat fills the window and scrolls inside; here the page grows with the card.
        await page.AddStyleTagAsync(new() { Content = "html, body { height: auto } #stage { display: block; padding: 12px; max-width: 704px }" });
        foreach (var script in new[] { "lib/adaptivecards.min.js", "lib/markdown-it.umd.min.js" })
            await page.AddScriptTagAsync(new() { Path = Path.Combine(Chromium.PageFolder, script) });
        await page.AddScriptTagAsync(new() { Content = Drawing });
        return page;
    }

    private static async Task PrepareAsync(IPage page, string theme, int width)
    {
        await page.SetViewportSizeAsync(width, 800);
        await page.EmulateMediaAsync(new() { ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light });
    }

    private static async Task<string[]> DrawAsync(IPage page, string theme, string card)
    {
        var hostConfig = await File.ReadAllTextAsync(Path.Combine(Chromium.PageFolder, $"host-config-{theme}.json"));
        var found = await page.EvaluateAsync<string>("([card, hostConfig]) => draw(card, hostConfig)", new[] { card, hostConfig });
        return JsonSerializer.Deserialize<string[]>(found)!;
    }

    private const string Drawing = """
        AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
          result.outputHtml = window.markdownit({ html: false }).disable("image").render(text);
          result.didProcess = true;
        };

        // The renderer's own pattern knows no regions and, being global, refuses every second "en" as well.
        AdaptiveCards.CardElement.langProperty.regEx = /^[a-z]{2,3}(-[A-Z]{2})?$/;

        function draw(cardJson, hostConfigJson) {
          const faults = [];
          const card = new AdaptiveCards.AdaptiveCard();
          card.hostConfig = new AdaptiveCards.HostConfig(JSON.parse(hostConfigJson));
          const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
          // Teams takes it in cards of version 1.5; the page asks for names with a list of its own.
          card.parse(JSON.parse(cardJson, (key, value) => key === "choices.data" ? undefined : value), context);
          for (let i = 0; i < context.eventCount; i++)
            faults.push(`parsing: ${context.getEventAt(i).message}`);
          for (const event of card.validateProperties().validationEvents)
            faults.push(`validating: ${event.message}`);

          const frame = document.createElement("div");
          frame.className = "card";
          frame.append(card.render());
          document.getElementById("stage").replaceChildren(frame);

          const page = document.documentElement;
          if (page.scrollWidth > page.clientWidth)
            faults.push(`needs ${page.scrollWidth} px across`);
          for (const element of frame.querySelectorAll(".ac-textBlock, .ac-textBlock *, .ac-pushButton, .ac-pushButton > div, .ac-fact-title, .ac-fact-value, label"))
            if (element.offsetParent && isCut(element))
              faults.push(`cut off: ${element.textContent}`);
          for (const element of frame.querySelectorAll("*"))
            if (element.offsetParent && element.getBoundingClientRect().right > frame.getBoundingClientRect().right + 1)
              faults.push(`sticks out: <${element.tagName.toLowerCase()} class="${element.className}"> ${element.textContent.slice(0, 60)}`);
          return JSON.stringify([...new Set(faults)]);
        }

        const isCut = (element) =>
          element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 2;
        """;
}
