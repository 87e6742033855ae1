using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Commands.Manifest;
using Bot.Features.Compose;
using Bot.Features.Welcome;
using Bot.Tests.Support;

namespace Bot.Tests.Manifest;

public sealed class PackingTheManifest
{
    private static readonly string Tools = Repository.PathOf("tests", "page-tools");
    private static readonly string Schemas = Path.GetFullPath(Repository.PathOf("..", "shared", "schemas", "teams-manifest"));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void ThePackage_HoldsTheManifest_TheIcons_AndTheDefaultLanguage()
    {
        var packed = Packed.Of();

        Assert.Equal(["color.png", "en-gb.json", "manifest.json", "outline.png"], packed.Files.Keys.Order());
        var manifest = packed.Manifest;
        Assert.Equal(Packed.AppId.ToLowerInvariant(), manifest.GetProperty("bots")[0].GetProperty("botId").GetString());
        Assert.Equal(Packed.AppId.ToLowerInvariant(), manifest.GetProperty("composeExtensions")[0].GetProperty("botId").GetString());
        Assert.Equal("guide.example.nhs.uk", Assert.Single(manifest.GetProperty("validDomains").EnumerateArray()).GetString());
        Assert.Equal(["personal", "team", "groupChat"], manifest.GetProperty("bots")[0].GetProperty("scopes").EnumerateArray().Select(s => s.GetString()));
        Assert.True(manifest.GetProperty("bots")[0].GetProperty("supportsFiles").GetBoolean());
        Assert.DoesNotContain("${", manifest.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void TheSameFacts_GiveTheSameBytes_AndAnotherAppAnotherId()
    {
        Assert.Equal(Packed.Of().Zip, Packed.Of().Zip);
        var other = Packed.Of(Packed.Facts(appId: "11111111-2222-3333-4444-555555555555"));
        Assert.NotEqual(Packed.Of().Manifest.GetProperty("id").GetString(), other.Manifest.GetProperty("id").GetString());
    }

    [Fact]
    public async Task MicrosoftsValidator_AndTheOfficialSchemas_FindNoMistake()
    {
        Assert.Empty(await MistakesAsync(Packed.Of()));
        Assert.Empty(await MistakesAsync(Packed.Of(Packed.Facts(o => o.Name = new string('n', 30), publicUrl: ""))));
        if (!Directory.Exists(Schemas)) Assert.Skip("../shared/schemas is absent: only Microsoft's validator was asked, not the schema files.");
    }

    [Fact]
    public async Task TheValidator_FindsAMistake()
    {
        var broken = JsonNode.Parse(Packed.Of().Files["manifest.json"])!.AsObject();
        broken["bots"]![0]!["scopes"] = new JsonArray("everywhere");

        Assert.NotEmpty(await MistakesAsync(broken, []));
    }

    [Fact]
    public void ItAsksForNothing()
    {
        var manifest = Packed.Of().Manifest;

        foreach (var field in (string[])["permissions", "devicePermissions", "authorization", "webApplicationInfo", "staticTabs", "configurableTabs", "connectors", "graphConnector"])
            Assert.False(manifest.TryGetProperty(field, out _), $"{field} is in the manifest: say in the README why it is needed.");
    }

    [Fact]
    public void TheStarters_AreThoseOfTheDataFile_ShortEnoughToBeRead()
    {
        var commands = Packed.Of().Manifest.GetProperty("bots")[0].GetProperty("commandLists")[0].GetProperty("commands").EnumerateArray().ToArray();

        Assert.Equal(Starters.All.Select(s => s.Prompt), commands.Select(c => c.GetProperty("prompt").GetString()));
        Assert.InRange(commands.Length, 3, 12);
        // Longer ones are allowed, but a phone cuts them.
        Assert.All(Starters.All, s => Assert.InRange(s.Title.Length, 3, 32));
        Assert.All(Starters.All, s => Assert.InRange(s.Description.Length, 3, 128));
    }

    [Fact]
    public void TheCommands_AreThoseThatTheComposeFeatureKnows() => Assert.Equal(
        ComposeCommands.All, Packed.Of().Manifest.GetProperty("composeExtensions")[0].GetProperty("commands").EnumerateArray().Select(c => c.GetProperty("id").GetString()!));

    [Fact]
    public void AnAdopter_PutsInItsOwnNameAndIcons()
    {
        using var folder = new TemporaryFolder();
        var (color, outline) = (folder.Write("c.png", AppPackage.Make(Packed.Source, Packed.Facts()).Files[1].Bytes), folder.Write("o.png", Packed.Of().Files["outline.png"]));
        var own = File.ReadAllBytes(color);
        own[^1] ^= 1;
        File.WriteAllBytes(color, own);

        var packed = Packed.Of(Packed.Facts(o => (o.Name, o.ColorIcon, o.OutlineIcon) = ("Barnsley \"Guide\"", color, outline)));

        Assert.Equal("Barnsley \"Guide\"", packed.Manifest.GetProperty("name").GetProperty("short").GetString());
        Assert.StartsWith("Barnsley \"Guide\" answers", packed.Manifest.GetProperty("description").GetProperty("full").GetString(), StringComparison.Ordinal);
        Assert.Equal(own, packed.Files["color.png"]);
    }

    [Fact]
    public void AFurtherLanguage_IsPackedAndNamed_AndItsSlipsAreFound()
    {
        using var folder = new TemporaryFolder();
        folder.Write("manifest.json", File.ReadAllBytes(Path.Combine(Packed.Source, "manifest.json")));
        folder.Write("cy.json", """{"name.short":"Canllaw ICS"}"""u8.ToArray());

        var packed = Packed.Of(folder: folder.Path);
        folder.Write("cy.json", """{"name.shrt":"Canllaw ICS"}"""u8.ToArray());

        Assert.True(packed.Files.ContainsKey("cy.json"));
        Assert.Equal("cy", packed.Manifest.GetProperty("localizationInfo").GetProperty("additionalLanguages")[0].GetProperty("languageTag").GetString());
        Assert.Equal("cy.json: the manifest has no name.shrt.", Assert.Single(Packed.ProblemsOf(Packed.Facts(), folder.Path)));
    }

    [Fact]
    public void EverythingMissing_IsSaidAtOnce_WithWhatToDo()
    {
        var problems = Packed.ProblemsOf(new PackageFacts(new ManifestOptions { Name = "", Version = "1.0" }, "", "http://guide.example"));

        Assert.Equal(6, problems.Count);
        Assert.All(problems, problem => Assert.Contains("--", problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(32, 32)]
    [InlineData(193, 192)]
    public void AnIconOfAnotherSize_IsRefused(int width, int height)
    {
        using var folder = new TemporaryFolder();
        var icon = folder.Write("icon.png", new Bot.Pictures.Canvas(width, height, new(0xFFFFFF)).ToPng());

        Assert.Contains("192 by 192", Assert.Single(Packed.ProblemsOf(Packed.Facts(o => o.ColorIcon = icon))), StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<string>> MistakesAsync(Packed packed) => MistakesAsync(
        JsonNode.Parse(packed.Files["manifest.json"])!.AsObject(),
        new JsonObject([new("en-gb.json", JsonNode.Parse(packed.Files["en-gb.json"]))]));

    private static async Task<IReadOnlyList<string>> MistakesAsync(JsonObject manifest, JsonObject languages)
    {
        Requirement.Needs(Directory.Exists(Path.Combine(Tools, "node_modules", "@microsoft", "app-manifest")), "Run npm ci in tests/page-tools to check the manifest with Microsoft's validator.");
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = Tools };
        start.ArgumentList.Add("check-manifest.mjs");
        if (Directory.Exists(Schemas)) start.ArgumentList.Add(Schemas);
        using var node = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        var output = node.StandardOutput.ReadToEndAsync(Ct);
        await node.StandardInput.WriteAsync(new JsonObject { ["manifest"] = manifest, ["languages"] = languages }.ToJsonString());
        node.StandardInput.Close();
        await node.WaitForExitAsync(Ct);
        Assert.Equal(0, node.ExitCode);
        return JsonSerializer.Deserialize<string[]>(await output)!;
    }
}
