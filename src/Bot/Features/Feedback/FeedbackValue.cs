using System.Text.Json;
using Bot.Activities;

namespace Bot.Features.Feedback;

/// <summary>What Teams says when a thumb was pressed (message/fetchTask) and when its form was sent (message/submitAction).</summary>
/// <param name="Helpful">Null where it is about no thumb.</param>
/// <param name="Words">What the form held.</param>
internal sealed record FeedbackValue(bool? Helpful, string Words)
{
    private const int MostCharacters = 10_000;

    public static FeedbackValue Of(Activity activity)
    {
        if (activity.Value is not { ValueKind: JsonValueKind.Object } value) return new(null, "");
        var holder = Object(value, "data") ?? value;
        if (Object(holder, "actionValue") is not { } said) return new(null, "");
        bool? helpful = Text(said, "reaction") switch { "like" => true, "dislike" => false, _ => null };
        return new(helpful, Read(Text(said, "feedback")));
    }

    // The form comes as JSON inside a text.
    private static string Read(string? form)
    {
        if (form is null or { Length: 0 or > MostCharacters }) return "";
        try
        {
            return FeedbackForm.Words(JsonElement.Parse(form));
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static JsonElement? Object(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    private static string? Text(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
