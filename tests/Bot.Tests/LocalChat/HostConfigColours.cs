using System.Globalization;
using System.Text.Json;
using Bot.Tests.Support;

namespace Bot.Tests.LocalChat;

public sealed class HostConfigColours
{
    // WCAG 2.2 AA, success criterion 1.4.3.
    private const double LeastContrast = 4.5;

    public static TheoryData<string> Themes => ["light", "dark"];

    [Theory, MemberData(nameof(Themes))]
    public void Text_StandsOutFromItsContainer(string theme)
    {
        using var config = Read(theme);
        // A card's "dark" and "light" stay what they are called in both themes, as in Teams: the card chooses the place for them.
        var fixedColours = new[] { "dark", "light" };

        var faint =
            from style in config.RootElement.GetProperty("containerStyles").EnumerateObject()
            let back = style.Value.GetProperty("backgroundColor").GetString()!
            from colour in style.Value.GetProperty("foregroundColors").EnumerateObject()
            where !fixedColours.Contains(colour.Name)
            from shade in colour.Value.EnumerateObject()
            let contrast = Contrast(shade.Value.GetString()!, back)
            where contrast < LeastContrast
            select $"{style.Name}/{colour.Name}/{shade.Name}: {contrast:F2}";

        Assert.Empty(faint);
    }

    [Theory, MemberData(nameof(Themes))]
    public void Headings_HaveALevel_AndNoMoreActionsAreShownThanInTeams(string theme)
    {
        using var config = Read(theme);

        Assert.Equal(2, config.RootElement.GetProperty("textBlock").GetProperty("headingLevel").GetInt32());
        Assert.Equal(6, config.RootElement.GetProperty("actions").GetProperty("maxActions").GetInt32());
    }

    private static JsonDocument Read(string theme) =>
        JsonDocument.Parse(File.ReadAllText(Repository.PathOf("src", "Bot", "wwwroot", $"host-config-{theme}.json")));

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) =>
        (0.2126 * Channel(colour, 1)) + (0.7152 * Channel(colour, 3)) + (0.0722 * Channel(colour, 5));

    private static double Channel(string colour, int at)
    {
        var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
