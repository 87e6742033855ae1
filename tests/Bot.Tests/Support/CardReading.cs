using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bot.Tests.Support;

/// <summary>A card as a person meets it: the words to see, the words behind a toggle, the buttons.</summary>
internal static partial class CardReading
{
    private static readonly string[] Inside = ["body", "items", "columns", "rows", "cells", "inlines", "actions", "facts", "card"];

    /// <summary>What is seen before anything is pressed, without link targets.</summary>
    public static string VisibleText(JsonElement card) => Squeeze(string.Join('\n', Parts(card, hiddenToo: false).Select(Words)));

    public static string HiddenText(JsonElement card) => Squeeze(string.Join('\n', Parts(card, hiddenToo: true).Except(Parts(card, hiddenToo: false)).Select(Words)));

    public static string Heading(JsonElement card) => Parts(card, hiddenToo: false).Where(IsHeading).Select(Words).First();

    public static IEnumerable<string> Headings(JsonElement card) => Parts(card, hiddenToo: true).Where(IsHeading).Select(Words);

    /// <summary>The buttons that send something, hidden ones included.</summary>
    public static IEnumerable<JsonElement> Buttons(JsonElement card) => Parts(card, hiddenToo: true).Where(part => Is(part, "Action.Execute"));

    /// <summary>How many buttons stand in each set of them.</summary>
    public static IEnumerable<int> SetsOfButtons(JsonElement card) =>
        Parts(card, hiddenToo: true).Where(part => part.TryGetProperty("actions", out _)).Select(part => part.GetProperty("actions").GetArrayLength());

    public static JsonElement Button(JsonElement card, string title) => Buttons(card).Single(button => button.GetProperty("title").GetString() == title);

    /// <summary>Ids of the articles that the card's buttons ask for.</summary>
    public static IReadOnlyList<string> Prompts(JsonElement card) =>
    [
        .. Buttons(card).Select(button => button.GetProperty("data")).Where(data => data.TryGetProperty("article", out _)).Select(data => data.GetProperty("article").GetString()!),
    ];

    public static string Squeeze(string text) => Spaces().Replace(text, " ").Trim();

    private static IEnumerable<JsonElement> Parts(JsonElement part, bool hiddenToo)
    {
        if (!hiddenToo && part.TryGetProperty("isVisible", out var visible) && visible.ValueKind == JsonValueKind.False)
            yield break;
        yield return part;
        foreach (var name in Inside)
            if (part.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array)
                foreach (var below in list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object).SelectMany(e => Parts(e, hiddenToo)))
                    yield return below;
    }

    private static bool IsHeading(JsonElement part) =>
        Is(part, "TextBlock") && part.TryGetProperty("style", out var style) && style.GetString() == "heading";

    private static bool Is(JsonElement part, string type) => part.TryGetProperty("type", out var value) && value.GetString() == type;

    private static string Words(JsonElement part)
    {
        if (Is(part, "TextBlock") || Is(part, "TextRun"))
            return Links().Replace(part.GetProperty("text").GetString()!, "$1").Replace("\\", "", StringComparison.Ordinal);
        return part.TryGetProperty("title", out var title) && part.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.String
            ? $"{title.GetString()} {value.GetString()}" : "";
    }

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
