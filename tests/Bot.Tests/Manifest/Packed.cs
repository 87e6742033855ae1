using System.IO.Compression;
using System.Text.Json;
using Bot.Commands.Manifest;
using Bot.Tests.Support;

namespace Bot.Tests.Manifest;

/// <summary>An app package as Teams would open it.</summary>
internal sealed class Packed
{
    public static readonly string Source = Repository.PathOf("manifest");

    public const string AppId = "AAAAAAAA-bbbb-cccc-dddd-eeeeeeeeeeee";

    private Packed(byte[] zip)
    {
        Zip = zip;
        using var archive = new ZipArchive(new MemoryStream(zip));
        Files = archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            return bytes.ToArray();
        });
    }

    public byte[] Zip { get; }

    public IReadOnlyDictionary<string, byte[]> Files { get; }

    public JsonElement Manifest => JsonElement.Parse(Files["manifest.json"]);

    public static Packed Of(PackageFacts? facts = null, string? folder = null)
    {
        var (files, problems) = AppPackage.Make(folder ?? Source, facts ?? Facts());
        Assert.Empty(problems);
        return new Packed(AppPackage.Zip(files));
    }

    public static IReadOnlyList<string> ProblemsOf(PackageFacts facts, string? folder = null) => AppPackage.Make(folder ?? Source, facts).Problems;

    public static PackageFacts Facts(Action<ManifestOptions>? change = null, string appId = AppId, string publicUrl = "https://guide.example.nhs.uk")
    {
        var options = new ManifestOptions { Developer = "Example Trust", WebsiteUrl = "https://www.example.nhs.uk/guide" };
        change?.Invoke(options);
        return new PackageFacts(options, appId, publicUrl);
    }
}
