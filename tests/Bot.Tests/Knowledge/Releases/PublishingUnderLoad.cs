using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Knowledge.Drafts;
using Bot.Storage;
using Bot.Tests.Storage;
using Bot.Tests.Support;
using Bot.Tests.Whole;

namespace Bot.Tests.Knowledge.Releases;

/// <summary>An admin publishes again and again from the chat while people ask: 3 times in a few seconds, and 10 times in 60 seconds of 200 turns each where ICSGUIDE_LONG is 1.</summary>
[Collection(Alone.Name)]
public sealed class PublishingUnderLoad : IAsyncLifetime
{
    private static readonly TimeSpan Follows = TimeSpan.FromSeconds(5);
    private static readonly int PerSecond = LongRun.IsOn ? 200 : 50, Publications = LongRun.IsOn ? 10 : 3;
    private static readonly TimeSpan During = TimeSpan.FromSeconds(LongRun.IsOn ? 60 : 9), WarmUp = TimeSpan.FromSeconds(LongRun.IsOn ? 15 : 3);

    private readonly TemporaryFolder _folder = new();
    private readonly Person _admin = Person.New(entraId: Guid.NewGuid());
    private Databases _database = null!;
    private RunningStorage _storage = null!;
    private NoticeConnector _connector = null!;
    private GuideProcess _guide = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await Databases.NewAsync(DatabaseKind.Sqlite);
        _connector = await NoticeConnector.StartAsync();
        _connector.ListensTo = _admin.ConversationId;
        _guide = await new NoticedVillage(_database, _folder.Path).StartProcessAsync();
        _storage = await RunningStorage.StartAsync(_database.ConnectionString, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await _storage.DisposeAsync();
        await _guide.DisposeAsync();
        await _connector.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task NoTurnFails_NoneMixesReleases_AndPeopleHardlyWaitLonger()
    {
        var turns = new NoticedTurns(_guide, _connector);
        await turns.AskAsync(PerSecond, WarmUp);
        var idle = await turns.AskAsync(PerSecond, WarmUp);
        Assert.All(idle, turn => Assert.Equal(0, turn.Notice));

        var asking = turns.AskAsync(PerSecond, During);
        var published = new List<long>();
        for (var notice = 1; notice <= Publications; notice++)
        {
            var next = Task.Delay(During / (Publications + 1), Ct);
            published.Add(await PublishAsync(notice));
            await next;
        }

        var busy = await asking;
        foreach (var turn in busy)
            Assert.InRange(turn.Notice, published.Count(at => Stopwatch.GetElapsedTime(at, turn.Sent) > Follows), Publications);
        var (usual, then) = (NoticedTurns.Slowest(idle), NoticedTurns.Slowest(busy));
        LongRun.Report(string.Create(CultureInfo.InvariantCulture,
            $"{Publications} publications in {During.TotalSeconds:0} s of {PerSecond} turns a second: {busy.Count} turns, none failed or mixed, p99 {NoticedTurns.Words(then)}, without publications {NoticedTurns.Words(usual)}, {then / usual:0.00} times"));
        if (LongRun.IsOn) Assert.True(then < 2 * usual, $"p99 was {NoticedTurns.Words(then)}, and {NoticedTurns.Words(usual)} without publications.");
    }

    /// <returns>When the admin's card said that it is served.</returns>
    private async Task<long> PublishAsync(int notice)
    {
        var (before, after) = (NoticedContent.Of(notice - 1), NoticedContent.Of(notice));
        var now = TimeProvider.System.GetUtcNow();
        await _storage.Get<DraftRows>().SaveAsync([.. after.Paths.Where(path => before.Find(path) != after.Find(path)).Select(path =>
            new DraftRow { Path = path, Text = after.Find(path), Base = Draft.HashOf(before.Find(path)), Origin = "edit", Who = "29:editor", Why = "A notice.", At = now })], Ct);
        var form = GuideOnKestrel.CardOf(Assert.Single((await _guide.RepliesAsync(_admin.Says("publish because of a notice", _connector.ServiceUrl))).EnumerateArray()));
        var button = JsonNode.Parse(CardReading.Button(form, "Publish now").GetRawText())!;
        button["data"]!["why"] = "A notice.";
        using (var response = await _guide.PostAsync(_admin.Presses(JsonElement.Parse(button.ToJsonString()), _connector.ServiceUrl)))
            Assert.Contains("under way", await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        var since = Stopwatch.StartNew();
        while (!_connector.Heard($"Release {notice} is served"))
        {
            Assert.True(since.Elapsed < TimeSpan.FromSeconds(60), "The publication did not end.");
            await Task.Delay(20, Ct);
        }

        return Stopwatch.GetTimestamp();
    }
}
