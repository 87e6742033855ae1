using System.Text.Json;
using Bot.Storage;
using Bot.Tests.Storage;
using Bot.Tests.Support;
using Bot.Tests.Whole;

namespace Bot.Tests.Commands;

public sealed class RefreshingOnTheCommandLine : IDisposable
{
    private readonly TemporaryFolder _papers = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Refreshing_SaysWhatItFound_AndItsExitCodeSaysHowItWent()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await File.WriteAllTextAsync(Path.Combine(_papers.Path, "fees.tsv"), "Question\tAnswer\nWhat is the parking fee?\tParking costs two pounds a day.\n", Ct);

        var never = await RunAsync(database, "kb", "sources");
        var first = await RunAsync(database, "kb", "refresh", "papers", "--why", "A new fee.");
        await File.WriteAllTextAsync(Path.Combine(_papers.Path, "broken.pdf"), "%PDF-1.4 nothing", Ct);
        var broken = await RunAsync(database, "kb", "refresh", "--json");
        var sources = await RunAsync(database, "kb", "sources", "--json");
        var unknown = await RunAsync(database, "kb", "refresh", "paper");

        Assert.Contains("never refreshed", never.Output, StringComparison.Ordinal);
        Assert.Equal((0, 1, 0, 3), (first.Code, broken.Code, sources.Code, unknown.Code));
        Assert.Contains("1 documents found: 1 read, 0 unchanged, 1 new or changed, 0 removed, 0 failed.", first.Output, StringComparison.Ordinal);
        Assert.Contains("1 of 1", first.Errors, StringComparison.Ordinal);
        Assert.Equal("broken.pdf", JsonElement.Parse(broken.Output).GetProperty("failed")[0].GetProperty("document").GetString());
        Assert.Equal("papers", JsonElement.Parse(sources.Output)[0].GetProperty("name").GetString());
        Assert.Contains("There is no such source. The settings name: papers.", unknown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWrongSetting_IsSaidInWords()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);

        var refused = await RunAsync(database, [("Bot__Knowledge__Sources__papers__Kind", "ftp")], "kb", "refresh");

        Assert.Equal(1, refused.Code);
        Assert.Contains("Bot:Knowledge:Sources:papers: 'Kind' is 'ftp'. It must be Folder, Page or SharePoint.", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StaleArticles_AreListed_AndADismissalWithoutAMarkIsSaidSo()
    {
        await SharedGuide.Instance;
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);

        var stale = await RunAsync(database, "kb", "list", "--stale", "--json");
        var dismissed = await RunAsync(database, "kb", "dismiss", "ics", "--why", "It holds.");

        Assert.Equal(0, stale.Code);
        Assert.Equal(JsonValueKind.Array, JsonElement.Parse(stale.Output).ValueKind);
        Assert.Equal(3, dismissed.Code);
        Assert.Contains("No source of 'ics' changed", dismissed.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _papers.Dispose();

    private Task<(int Code, string Output, string Errors)> RunAsync(Databases database, params string[] arguments) => RunAsync(database, [], arguments);

    private Task<(int Code, string Output, string Errors)> RunAsync(Databases database, (string Name, string Value)[] settings, params string[] arguments) => GuideProgram.RunAsync(
        [("Bot:Database:ConnectionString", database.ConnectionString), ("Bot:Knowledge:Models", GuideOnKestrel.Models), ("Bot:Knowledge:Sources:papers:Where", _papers.Path), .. settings], arguments);
}
