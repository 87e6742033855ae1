using System.Text.Json;

namespace Bot.Cards;

/// <summary>An element to show (true), hide (false) or turn round (null).</summary>
public sealed record VisibilityTarget(string ElementId, bool? IsVisible = null)
{
    public static implicit operator VisibilityTarget(string elementId) => new(elementId);
}

public sealed record ToggleVisibilityAction(string Title, IReadOnlyList<VisibilityTarget> Targets) : CardAction(Title)
{
    private protected override string Type => "Action.ToggleVisibility";

    private protected override void WriteOwn(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("targetElements");
        foreach (var target in Targets)
            WriteTarget(writer, target);
        writer.WriteEndArray();
    }

    private static void WriteTarget(Utf8JsonWriter writer, VisibilityTarget target)
    {
        if (target.IsVisible is not { } visible)
        {
            writer.WriteStringValue(target.ElementId);
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("elementId", target.ElementId);
        writer.WriteBoolean("isVisible", visible);
        writer.WriteEndObject();
    }
}
