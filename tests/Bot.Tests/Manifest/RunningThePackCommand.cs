using System.IO.Compression;
using Bot.Commands;

namespace Bot.Tests.Manifest;

public sealed class RunningThePackCommand
{
    [Fact]
    public async Task WithAllThatIsNeeded_ItWritesThePackage()
    {
        using var folder = new TemporaryFolder();
        var zip = Path.Combine(folder.Path, "app.zip");

        var code = await CommandLine.RunAsync(["manifest", "pack", "--out", zip, "--app-id", Packed.AppId, "--developer", "Example Trust", "--website-url", "https://www.example.org/guide"]);

        Assert.Equal(0, code);
        using var archive = ZipFile.OpenRead(zip);
        Assert.Equal(4, archive.Entries.Count);
    }

    [Fact]
    public async Task WithoutIt_ItWritesNothing_AndExitsWithOne()
    {
        using var folder = new TemporaryFolder();
        var zip = Path.Combine(folder.Path, "app.zip");

        Assert.Equal(1, await CommandLine.RunAsync(["manifest", "pack", "--out", zip, "--app-id", "not-a-guid"]));
        Assert.False(File.Exists(zip));
    }
}
