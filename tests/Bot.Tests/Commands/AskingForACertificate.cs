using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Storage;
using Bot.Tests.Knowledge.Releases;
using Bot.Tests.Storage;
using Bot.Tests.Support;

namespace Bot.Tests.Commands;

public sealed partial class AskingForACertificate
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task ANumberThatAskPrinted_ShowsTheAnswerAgain(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        using var folder = new TemporaryFolder();
        var asked = await RunAsync(database, folder.Path, "ask", "Where is the bicycle shed?");
        Assert.Equal(0, asked.Code);
        var number = Numbers().Match(asked.Output).Value;

        var shown = await RunAsync(database, folder.Path, "ask", "--certificate", number.ToLowerInvariant());
        var json = await RunAsync(database, folder.Path, "ask", "--certificate", number, "--json");

        Assert.Equal(0, shown.Code);
        Assert.StartsWith($"Answer number {number}, given on ", shown.Output, StringComparison.Ordinal);
        Assert.Contains("The bicycle shed stands behind gate 1.", shown.Output, StringComparison.Ordinal);
        Assert.Contains("Source: The village book, The village, 2026", shown.Output, StringComparison.Ordinal);
        var said = JsonElement.Parse(json.Output)[0];
        Assert.Equal(("shed", number, 0), (said.GetProperty("subject").GetString(), said.GetProperty("number").GetString(), said.GetProperty("release").GetInt32()));
        Assert.Equal((2, 3), ((await RunAsync(database, folder.Path, "ask", "--certificate", number[..^1])).Code, (await RunAsync(database, folder.Path, "ask", "--certificate", "2222-2222-2222")).Code));
    }

    private static async Task<(int Code, string Output)> RunAsync(Databases database, string folder, params string[] arguments)
    {
        var (code, output, _) = await GuideProgram.RunAsync(SmallContent.Settings(database.ConnectionString, folder), arguments);
        return (code, output);
    }

    [GeneratedRegex("[2-9A-X]{4}-[2-9A-X]{4}-[2-9A-X]{4}")]
    private static partial Regex Numbers();
}
