using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Cards;

namespace Bot.Commands;

/// <summary>What a person sees of a card before pressing anything: texts, facts and tables, without markup; no buttons, nothing hidden.</summary>
internal static partial class VisibleText
{
    public static string Of(AdaptiveCard card)
    {
        using var json = JsonDocument.Parse(card.ToUtf8Json());
        var text = new StringBuilder();
        Walk(json.RootElement.GetProperty("body"), text);
        return Links().Replace(text.ToString(), "$1").Replace("\\", "", StringComparison.Ordinal).Trim();
    }

    private static void Walk(JsonElement element, StringBuilder text)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Walk(item, text);
            return;
        }

        if (element.ValueKind != JsonValueKind.Object || Hidden(element)) return;
        switch (element.TryGetProperty("type", out var type) ? type.GetString() : null)
        {
            case "TextBlock" or "TextRun": text.AppendLine(element.GetProperty("text").GetString()); break;
            case "FactSet": Facts(element.GetProperty("facts"), text); break;
            default: Inside(element, text); break;
        }
    }

    private static bool Hidden(JsonElement element) =>
        element.TryGetProperty("isVisible", out var visible) && visible.ValueKind == JsonValueKind.False;

    private static void Facts(JsonElement facts, StringBuilder text)
    {
        foreach (var fact in facts.EnumerateArray())
            text.AppendLine($"{fact.GetProperty("title").GetString()} {fact.GetProperty("value").GetString()}");
    }

    private static void Inside(JsonElement element, StringBuilder text)
    {
        foreach (var name in (string[])["items", "columns", "rows", "cells", "inlines"])
            if (element.TryGetProperty(name, out var inner)) Walk(inner, text);
    }

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Links();
}
