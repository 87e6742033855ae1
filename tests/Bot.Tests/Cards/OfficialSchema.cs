using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Bot.Tests.Support;

namespace Bot.Tests.Cards;

/// <summary>Asks ajv, in Node, what the official schema says about cards.</summary>
internal static class OfficialSchema
{
    private static readonly string Tools = Repository.PathOf("tests", "page-tools");

    // The 1.5 file does not know filtered choice sets, which 1.5 has; so 1.6 judges, and the version is checked apart.
    private static readonly string Schema =
        Path.GetFullPath(Repository.PathOf("..", "shared", "schemas", "adaptive-cards", "adaptive-card.1.6.0.json"));

    /// <summary>The mistakes by card name; a card without mistakes is not named.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> MistakesAsync(
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> cards, CancellationToken stop)
    {
        if (!File.Exists(Schema))
            Assert.Skip("The official card schema is not here: ../shared/schemas is absent. The cards were not checked against it.");
        Requirement.Needs(Directory.Exists(Path.Combine(Tools, "node_modules", "ajv")), "Run npm ci in tests/page-tools to check cards against the schema.");

        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = Tools };
        start.ArgumentList.Add("check-cards.mjs");
        start.ArgumentList.Add(Schema);
        using var node = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        var output = node.StandardOutput.ReadToEndAsync(stop);
        await WriteAsync(node.StandardInput.BaseStream, cards, stop);
        node.StandardInput.Close();
        await node.WaitForExitAsync(stop);
        Assert.Equal(0, node.ExitCode);
        return JsonSerializer.Deserialize<Dictionary<string, string>>(await output)!;
    }

    private static async Task WriteAsync(Stream input, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> cards, CancellationToken stop)
    {
        await using var writer = new Utf8JsonWriter(input);
        writer.WriteStartObject();
        foreach (var (name, card) in cards)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(Encoding.UTF8.GetString(card.Span));
        }
        writer.WriteEndObject();
        await writer.FlushAsync(stop);
    }
}
