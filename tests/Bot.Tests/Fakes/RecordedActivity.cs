using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Bot.Tests.Fakes;

/// <summary>Activities as clients send them, one file for each client quirk met; ids and names are made up.</summary>
public static class RecordedActivity
{
    public static JsonObject Load(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Folder(), name + ".json")))!.AsObject();

    public static IEnumerable<string> Names() => Directory.EnumerateFiles(Folder(), "*.json").Select(Path.GetFileNameWithoutExtension).Order()!;

    private static string Folder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "Activities", "Recorded");
}
