using System.Text.Json;
using Bot.Storage;
using Bot.Tests.Fakes;
using Bot.Tests.Knowledge.Releases;
using Bot.Tests.Storage;
using Bot.Tests.Support;

namespace Bot.Tests.Commands;

public sealed class ListingGaps
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gaps_AreListed_WithCountsAndDays_AndAsJson()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        using var folder = new TemporaryFolder();
        var time = new FakeTime();
        await using (var storage = await RunningStorage.StartAsync(database.ConnectionString, time))
        {
            var log = storage.Get<QuestionLog>();
            foreach (var text in (string[])["who puts new irons on my mare", "Who puts new irons on my mare?", "new irons for my mare", "price of saffron"])
                await log.WriteAsync(new AskedQuestion { Text = text, Outcome = "refused", ConversationKind = "personal", At = time.GetUtcNow() }, Ct);
            await storage.FlushAsync();
        }

        var list = await RunAsync(database, folder.Path, "kb", "gaps");
        var json = JsonElement.Parse(await RunAsync(database, folder.Path, "kb", "gaps", "--json"));

        var lines = list.Split('\n').Select(line => line.Trim()).ToArray();
        Assert.StartsWith("3  2026-11-22 to 2026-11-22  nearest: ", lines[0], StringComparison.Ordinal);
        Assert.Equal(["2  who puts new irons on my mare", "1  new irons for my mare"], lines[1..3].Select(line => line.Replace("Who", "who", StringComparison.Ordinal).TrimEnd('?')));
        Assert.Contains("2 groups of questions, asked 4 times without an answer that helped.", lines);
        Assert.Equal((2, 3, "refused"), (json.GetArrayLength(), json[0].GetProperty("asked").GetInt32(), json[0].GetProperty("shown")[0].GetProperty("outcome").GetString()));
    }

    private static async Task<string> RunAsync(Databases database, string folder, params string[] arguments)
    {
        var (code, output, _) = await GuideProgram.RunAsync(SmallContent.Settings(database.ConnectionString, folder), arguments);
        Assert.Equal(0, code);
        return output;
    }
}
