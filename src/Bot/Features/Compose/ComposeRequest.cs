using System.Text.Json;

namespace Bot.Features.Compose;

/// <summary>The value of a composeExtension invoke, as far as we use it. Everything in it comes from outside.</summary>
/// <param name="Command">Which of our commands; empty where the client, such as a test tool, names none.</param>
/// <param name="Typed">What was typed; empty where the box was only opened.</param>
/// <param name="Skip">How many answers were shown already.</param>
/// <param name="Count">How many fit.</param>
internal sealed record ComposeRequest(string Command, string Typed, int Skip, int Count)
{
    private const int LongestText = 1_000;
    private const int MostSkipped = 10_000;
    private const int MostAtOnce = 25;
    private const string OnOpening = "initialRun";

    /// <returns>Null where the value is not as Teams sends it.</returns>
    public static ComposeRequest? Read(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } request) return null;
        var (skip, count) = (0, MostAtOnce);
        if (request.TryGetProperty("queryOptions", out var options) && options.ValueKind == JsonValueKind.Object)
            (skip, count) = (Number(options, "skip", 0, MostSkipped), Math.Max(1, Number(options, "count", MostAtOnce, MostAtOnce)));
        return new ComposeRequest(Text(request, "commandId") ?? "", TypedIn(request), skip, count);
    }

    /// <summary>The data of a pressed button in one of our dialogs.</summary>
    public static string? Data(JsonElement? value, string name) =>
        value is { ValueKind: JsonValueKind.Object } request && request.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? Text(data, name) : null;

    private static string TypedIn(JsonElement request)
    {
        if (!request.TryGetProperty("parameters", out var parameters) || parameters.ValueKind != JsonValueKind.Array) return "";
        foreach (var parameter in parameters.EnumerateArray())
        {
            if (parameter.ValueKind == JsonValueKind.Object && Text(parameter, "name") != OnOpening && Text(parameter, "value") is { } typed)
                return typed.Trim();
        }

        return "";
    }

    private static int Number(JsonElement holder, string name, int otherwise, int most) =>
        holder.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? Math.Clamp(number, 0, most) : otherwise;

    private static string? Text(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text[..Math.Min(text.Length, LongestText)] : null;
}
