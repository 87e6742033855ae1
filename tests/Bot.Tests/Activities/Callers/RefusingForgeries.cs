using System.Text;
using Bot.Tests.Fakes;

namespace Bot.Tests.Activities.Callers;

public sealed class RefusingForgeries : IAsyncLifetime
{
    private GuardedBot _guarded = null!;

    public static TheoryData<string> Names => [.. Forgery.All.Keys];

    public async ValueTask InitializeAsync() => _guarded = await GuardedBot.StartAsync();

    public ValueTask DisposeAsync() => _guarded.DisposeAsync();

    [Theory, MemberData(nameof(Names))]
    public async Task AForgery_EndsAtItsOwnStep_AndCausesNoKeyFetch(string name)
    {
        var forgery = Forgery.All[name];
        var activity = GuardedBot.Message();
        forgery.Change?.Invoke(activity);
        string[] headers = forgery.Headers(_guarded.Identity);

        // One that is let in first: whatever it left behind must not help those that follow.
        Assert.Equal(200, await _guarded.PostAsync(_guarded.Identity.Channel()));
        Assert.Equal(forgery.Step == "Tenant" ? 403 : 401, await _guarded.PostAsync(activity, headers));
        Assert.Equal(forgery.Step == "Tenant" ? 403 : 401, await _guarded.PostAsync(activity, headers));

        Assert.Equal([forgery.Step, forgery.Step], _guarded.Steps);
        Assert.Single(_guarded.Bot.Feature.Turns);
        Assert.Equal(1, _guarded.Identity.KeyFetches);
        Assert.DoesNotContain(_guarded.Bot.Log.Entries, entry => headers.Any(header => header.Length > 30 && entry.Text.Contains(header[8..], StringComparison.Ordinal)));
        Assert.DoesNotContain(_guarded.Bot.Log.Entries, entry => entry.EventId is 1002 or 1003);
    }

    [Fact]
    public async Task ATypeThatStartsNoTurn_NeedsATokenToo()
    {
        var activity = GuardedBot.Message();
        activity["type"] = "somethingNew";

        Assert.Equal(401, await _guarded.PostAsync(activity));
        Assert.Equal(200, await _guarded.PostAsync(_guarded.Identity.Channel(), activity));
        Assert.Equal(["NoHeader"], _guarded.Steps);
    }

    [Fact]
    public async Task ARefusal_AsksForATokenAndTellsNothing()
    {
        using var response = await _guarded.Bot.PostAsync(Encoding.UTF8.GetBytes(GuardedBot.Message().ToJsonString()), ("Authorization", "Bearer a.b.c"));

        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Assert.DoesNotContain("Form", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AHugeHeader_IsCutOffByTheServer()
    {
        Assert.Equal(431, await _guarded.PostAsync(GuardedBot.Message(), "Bearer " + new string('x', 64 * 1024)));
        Assert.Empty(_guarded.Bot.Feature.Turns);
    }

    [Fact]
    public async Task ABodyThatCannotBeRead_IsSaidSoBeforeTheTokenIsLookedAt()
    {
        using var response = await _guarded.Bot.PostAsync("{");

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Empty(_guarded.Steps);
    }

    [Fact]
    public async Task AFloodOfUnknownKeys_CausesOneFetchInFiveMinutes()
    {
        Assert.Equal(200, await _guarded.PostAsync(_guarded.Identity.Channel()));

        Assert.Equal(1, await FetchesAfterAFloodAsync(1_000, TimeSpan.Zero));
        Assert.Equal(2, await FetchesAfterAFloodAsync(1_000, TimeSpan.FromMinutes(5)));
        Assert.Equal(2, await FetchesAfterAFloodAsync(100, TimeSpan.FromSeconds(299)));
        Assert.Equal(3, await FetchesAfterAFloodAsync(100, TimeSpan.FromSeconds(1)));
        Assert.All(_guarded.Steps, step => Assert.Equal("UnknownKey", step));
        Assert.Equal(2_200, _guarded.Steps.Count);
    }

    private async Task<int> FetchesAfterAFloodAsync(int size, TimeSpan later)
    {
        _guarded.Time.Advance(later);
        await Parallel.ForEachAsync(Enumerable.Range(0, size), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, _) =>
        {
            var token = _guarded.Identity.Channel().WithHeader("kid", $"flood-{i}");
            token.Sign = static _ => new byte[256];
            Assert.Equal(401, await _guarded.PostAsync(token));
        });
        return _guarded.Identity.KeyFetches;
    }
}
