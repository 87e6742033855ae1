using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Tests.Support;
using Bot.Tests.Whole;

namespace Bot.Tests.Fuzzing;

/// <summary>Mutated activities against the service as a process of its own: 20,000, and 200,000 where ICSGUIDE_LONG is 1.</summary>
[Collection(Alone.Name)]
public sealed class MutatingActivities : IAsyncLifetime
{
    private const int AtOnce = 6;
    private const long MostGrowth = 50 * 1024 * 1024, Steady = 1024 * 1024;
    private const int MostLooks = 10;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(20);

    private readonly string _folder = Directory.CreateTempSubdirectory("icsguide-fuzz-").FullName;
    private readonly Seeds _seeds = new();
    private SilentConnector _connector = null!;
    private GuideProcess _guide = null!;
    private int _reached;
    private int _busy;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // Another seed, and then a number, to see one again: ICSGUIDE_SEED=7 ICSGUIDE_MUTANT=1234
    private static int Seed => Number("ICSGUIDE_SEED") ?? 20_261_125;

    public async ValueTask InitializeAsync()
    {
        _connector = await SilentConnector.StartAsync();
        _guide = await GuideProcess.StartAsync($"Data Source={Path.Combine(_folder, "guide.db")}", ("Logging__LogLevel__Default", "None"));
    }

    public async ValueTask DisposeAsync()
    {
        await _guide.DisposeAsync();
        await _connector.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task NoMutant_BreaksTheService()
    {
        foreach (var question in Seeds.ToAsk) await LearnButtonsAsync(question);
        if (Number("ICSGUIDE_MUTANT") is { } only)
        {
            await SendAsync(Mutant.Make(_seeds, Seed, only, _connector.ServiceUrl));
            return;
        }

        var count = LongRun.IsOn ? 200_000 : 20_000;
        // Until the code on the way is compiled and the caches are full.
        var warmUp = Math.Max(4_000, count / 10);
        await SendAllAsync(0, warmUp);
        var (before, started) = (await SettledMemoryAsync(), Stopwatch.GetTimestamp());
        await SendAllAsync(warmUp, count);
        var perSecond = (count - warmUp) / Stopwatch.GetElapsedTime(started).TotalSeconds;
        await StillAnswersAsync();

        var growth = _guide.Memory - before;
        var share = (double)_reached / count;
        LongRun.Report(string.Create(CultureInfo.InvariantCulture,
            $"mutated activities: {count}, seed {Seed}, {share:p1} reached a feature, memory grew by {growth / 1024.0 / 1024.0:0.0} MB, {perSecond:0} a second, {_busy} times asked to come again"));
        Assert.True(share > 1 / 3.0, $"Only {share:p1} of the mutants reached a feature.");
        Assert.True(growth < MostGrowth, $"The service grew by {growth / 1024 / 1024} MB.");
    }

    /// <summary>Once the runtime has compiled what was called often: it does so in the background, and is far behind after a burst.</summary>
    private async Task<long> SettledMemoryAsync()
    {
        var before = 0L;
        for (var look = 0; look < MostLooks && Math.Abs(_guide.Memory - before) > Steady; look++)
        {
            before = _guide.Memory;
            await Task.Delay(Look, Ct);
        }

        return _guide.Memory;
    }

    private async Task SendAllAsync(int from, int to)
    {
        var next = from - 1;
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var number && number < to)
                await SendAsync(Mutant.Make(_seeds, Seed, number, _connector.ServiceUrl));
        }, Ct)));
    }

    private async Task SendAsync(Mutant mutant)
    {
        var verdict = new Verdict("no answer in time");
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
            limit.CancelAfter(Hang);
            verdict = await PostAsync(mutant.Body, limit.Token);
        }
        catch (Exception e) when (!Ct.IsCancellationRequested)
        {
            verdict = verdict with { Fault = $"{verdict.Fault}: {e.GetType().Name} {e.Message}" };
        }

        if (verdict.Fault is { } fault) Assert.Fail($"Mutant {mutant.Number} of seed {Seed}: {fault}. It was: {Show(mutant.Body)}");
        if (verdict.ReachedAFeature) Interlocked.Increment(ref _reached);
    }

    private async Task<Verdict> PostAsync(byte[] body, CancellationToken ct)
    {
        while (true)
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new("application/json");
            using var response = await _guide.Client.PostAsync("/api/messages", content, ct);
            if (response.StatusCode != HttpStatusCode.ServiceUnavailable) return Verdict.Of(response.StatusCode, await response.Content.ReadAsStringAsync(ct));

            // Told to come again while many wait for the connector: that is as it should be, if it passes.
            Interlocked.Increment(ref _busy);
            await Task.Delay(200, ct);
        }
    }

    private async Task LearnButtonsAsync(string question)
    {
        var asked = Person.New().Says(question, _connector.ServiceUrl);
        asked["deliveryMode"] = "expectReplies";
        using var response = await _guide.PostAsync(asked);
        foreach (var message in JsonElement.Parse(await response.Content.ReadAsStringAsync(Ct)).GetProperty("activities").EnumerateArray()) _seeds.Add(message);
    }

    // Both ways, in every lane: nothing was left hanging.
    private async Task StillAnswersAsync()
    {
        var taken = _connector.Taken;
        var people = Enumerable.Range(0, 100).Select(_ => Person.New()).ToArray();
        foreach (var person in people) (await _guide.PostAsync(person.Says("What is an ICS?", _connector.ServiceUrl))).Dispose();
        var since = Stopwatch.GetTimestamp();
        while (_connector.Taken < taken + people.Length && Stopwatch.GetElapsedTime(since) < Hang) await Task.Delay(20, Ct);
        Assert.True(_connector.Taken >= taken + people.Length, "Some lane no longer answers.");
    }

    private static string Show(byte[] body) => Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 6_000)));

    private static int? Number(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : null;
}
