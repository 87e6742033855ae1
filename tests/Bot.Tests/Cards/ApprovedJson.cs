using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bot.Tests.Cards;

/// <summary>
/// Compares JSON with the approved file beside the calling test. On a difference the JSON is written to Name.received.json:
/// look at it, and if it is right, give it the approved file's name.
/// </summary>
internal static class ApprovedJson
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Check(ReadOnlyMemory<byte> actual, string name, [CallerFilePath] string testFile = "")
    {
        using var json = JsonDocument.Parse(actual);
        var received = JsonSerializer.Serialize(json.RootElement, Readable) + "\n";
        var folder = Path.GetDirectoryName(testFile)!;
        var approvedFile = Path.Combine(folder, $"{name}.approved.json");
        var receivedFile = Path.Combine(folder, $"{name}.received.json");
        var approved = File.Exists(approvedFile) ? File.ReadAllText(approvedFile) : "";
        if (approved == received)
        {
            File.Delete(receivedFile);
            return;
        }
        File.WriteAllText(receivedFile, received);
        Assert.Fail($"{name}.received.json differs from {name}.approved.json.\n\nApproved:\n{approved}\nReceived:\n{received}");
    }
}
