using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Features.Welcome;

/// <summary>A question to begin with: Teams shows its title and sends its prompt.</summary>
public sealed record Starter(string Title, string Description, string Prompt);

/// <summary>The questions to begin with, from one data file: the app package lists them, and whoever else suggests some reads them here.</summary>
public static class Starters
{
    public static IReadOnlyList<Starter> All { get; } = Read();

    private static Starter[] Read()
    {
        using var file = typeof(Starters).Assembly.GetManifestResourceStream("Bot.Features.Welcome.Starters.json")!;
        return JsonSerializer.Deserialize(file, StartersJson.Default.StarterArray)!;
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Starter[]))]
internal sealed partial class StartersJson : JsonSerializerContext;
