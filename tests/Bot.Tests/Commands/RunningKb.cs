using System.Text.Json;
using Bot.Storage;
using Bot.Tests.Knowledge.Documents.Made;
using Bot.Tests.Knowledge.Releases;
using Bot.Tests.Storage;
using Bot.Tests.Support;

namespace Bot.Tests.Commands;

/// <summary>The knowledge base on the command line, as a script uses it: one JSON value on the output, and an exit code that means something.</summary>
public sealed class RunningKb : IDisposable
{
    private const int Done = 0, Problems = 1, Misused = 2, NotKnown = 3;
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ADocumentGoesAllTheWay_AndEveryStepSpeaksJson()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        var documents = Directory.CreateDirectory(Path.Combine(_folder.Path, "documents")).FullName;
        await File.WriteAllTextAsync(Path.Combine(documents, "fair.md"), "# Village fair\n\n## When is the fair?\n\nOn 3 May 2027.\n\n## Where is the duck pond?\n\nThe duck pond stands behind gate 3.\n", Ct);
        await File.WriteAllBytesAsync(Path.Combine(documents, "bees.docx"), WordFile.Of(WordFile.P("Keeping bees", "<w:outlineLvl w:val=\"0\"/>") + WordFile.P("Up to 3 hives may stand on the green.")), Ct);
        await File.WriteAllTextAsync(Path.Combine(documents, "broken.docx"), "not at all", Ct);

        var import = await JsonAsync(database, Problems, "import", documents, "--why", "the fair");
        Assert.Equal(["bees.docx", "fair.md"], Each(import, "documents", "name"));
        Assert.Equal("broken.docx", Assert.Single(Each(import, "refused", "name")));
        Assert.Equal("pond", import.GetProperty("alikes")[0].GetProperty("looksLike").GetProperty("article").GetString());
        var diff = await JsonAsync(database, Done, "diff");
        Assert.Equal(["added", "added", "added", "changed"], diff.EnumerateArray().Select(change => change.GetProperty("kind").GetString()));
        Assert.Single(diff.EnumerateArray(), change => change.GetProperty("looksLike").ValueKind == JsonValueKind.Object);

        var barred = await JsonAsync(database, Problems, "publish", "--why", "the fair");
        Assert.Contains("is a wording of", barred.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(4, (await JsonAsync(database, Done, "discard")).GetProperty("forgotten").GetInt32());
        File.Delete(Path.Combine(documents, "broken.docx"));
        await File.WriteAllTextAsync(Path.Combine(documents, "fair.md"), "# Village fair\n\n## When is the fair?\n\nOn 3 May 2027.\n", Ct);
        // One by one: the second comes on top of the drafts of the first, or its source would take the other's place.
        await JsonAsync(database, Done, "import", Path.Combine(documents, "fair.md"), "--why", "the fair");
        await JsonAsync(database, Done, "import", Path.Combine(documents, "bees.docx"), "--why", "the fair");
        Assert.Equal(1, (await JsonAsync(database, Done, "publish", "--why", "the fair", "--although", "a small base")).GetProperty("release").GetInt64());
        Assert.Empty((await JsonAsync(database, Done, "import", documents, "--why", "again")).GetProperty("changes").EnumerateArray());

        Assert.Equal(1, (await JsonAsync(database, Done, "list")).GetProperty("served").GetInt64());
        Assert.Equal(7, (await JsonAsync(database, Done, "export", Path.Combine(_folder.Path, "out.tsv"))).GetProperty("pairs").GetInt32());
        Assert.Equal("pond", (await JsonAsync(database, Done, "withdraw", "pond", "--why", "it dried out")).GetProperty("withdrawn").GetString());
        Assert.Equal("pond", (await JsonAsync(database, Done, "restore", "pond", "--why", "it rained")).GetProperty("restored").GetString());
        Assert.Equal(0, (await JsonAsync(database, Done, "rollback", "0", "--why", "the fair is over")).GetProperty("release").GetInt64());
        Assert.Contains("withdrawn", (await JsonAsync(database, Done, "audit")).EnumerateArray().Select(entry => entry.GetProperty("action").GetString()));
        Assert.Equal(5, (await JsonAsync(database, Done, "check", SmallContent.WriteTo(Path.Combine(_folder.Path, "small")))).GetProperty("articles").GetInt32());
    }

    [Fact]
    public async Task WhatCannotBe_SaysWhy_AndItsExitCodeTellsMisuseFromProblems()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        Assert.Equal(Misused, (await RunAsync(database, "import", "somewhere")).Code);
        Assert.Equal(Misused, (await RunAsync(database, "nonsense")).Code);
        Assert.Contains("no such folder", Problem(await JsonAsync(database, Misused, "import", Path.Combine(_folder.Path, "nowhere"), "--why", "x")), StringComparison.Ordinal);
        Assert.Contains("nothing to publish", Problem(await JsonAsync(database, Problems, "publish", "--why", "x")), StringComparison.Ordinal);
        Assert.Contains("no release 77", Problem(await JsonAsync(database, NotKnown, "rollback", "77", "--why", "x")), StringComparison.Ordinal);
        Assert.Contains("no release 77", Problem(await JsonAsync(database, NotKnown, "export", Path.Combine(_folder.Path, "a"), "--release", "77")), StringComparison.Ordinal);
        Assert.Contains("no article 'nope'", Problem(await JsonAsync(database, NotKnown, "withdraw", "nope", "--why", "x")), StringComparison.Ordinal);
        Assert.Contains("not withdrawn", Problem(await JsonAsync(database, NotKnown, "restore", "pond", "--why", "x")), StringComparison.Ordinal);
        Assert.NotEqual(0, (await JsonAsync(database, Problems, "check", _folder.Path)).GetProperty("errors").GetInt32());
    }

    public void Dispose() => _folder.Dispose();

    private static string Problem(JsonElement said) => said.GetProperty("problem").GetString()!;

    private static IEnumerable<string> Each(JsonElement said, string list, string name) => said.GetProperty(list).EnumerateArray().Select(item => item.GetProperty(name).GetString()!);

    private async Task<JsonElement> JsonAsync(Databases database, int code, params string[] arguments)
    {
        var (got, output, errors) = await RunAsync(database, [.. arguments, "--json"]);
        Assert.True(code == got, $"kb {string.Join(' ', arguments)} ended with {got}: {output}{errors}");
        return JsonDocument.Parse(output).RootElement;
    }

    private Task<(int Code, string Output, string Errors)> RunAsync(Databases database, params string[] arguments) => GuideProgram.RunAsync(
        [("Bot:Database:ConnectionString", database.ConnectionString), ("Bot:Knowledge:Folder", SmallContent.WriteTo(Path.Combine(_folder.Path, "content")))], ["kb", .. arguments]);
}
