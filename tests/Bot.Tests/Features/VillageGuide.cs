using Bot.Knowledge.Drafts;
using Bot.Knowledge.Releases;
using Bot.Tests.Fakes;
using Bot.Tests.Knowledge.Releases;
using Bot.Tests.Storage;
using Bot.Tests.Support;
using Bot.Tests.Whole;

namespace Bot.Tests.Features;

/// <summary>The whole guide about a village, small enough to be trained and published anew in a test, on a database of either kind.</summary>
internal sealed class VillageGuide : IAsyncDisposable
{
    // Trained once for all tests: the content is the same.
    private static readonly string Models = Path.Combine(AppContext.BaseDirectory, "models-village");
    private static readonly string ContentFolder = SmallContent.WriteTo(Path.Combine(Models, "content"));

    private VillageGuide(GuideOnKestrel guide, FakeTime time) => (Guide, Time) = (guide, time);

    public GuideOnKestrel Guide { get; }

    public FakeTime Time { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<VillageGuide> StartAsync(Databases database, FakeTime? time = null, params (string Key, string Value)[] settings)
    {
        time ??= new FakeTime();
        return new VillageGuide(await GuideOnKestrel.StartAsync(new GuideSetup
        {
            LoadsAnew = true,
            Time = time,
            Settings =
            [
                ("Bot:Database:ConnectionString", database.ConnectionString), ("Bot:Knowledge:Folder", ContentFolder), ("Bot:Knowledge:Models", Models), .. settings,
            ],
        }), time);
    }

    public T Get<T>() where T : notnull => Guide.Get<T>();

    public async Task<string> AnswerAsync(string question, Person? person = null) => CardReading.VisibleText(await Guide.AskAsync(question, person));

    /// <summary>Changes a file and serves it.</summary>
    public async Task PublishAsync(string path, string text)
    {
        var editor = new Editor("29:editor", "A test.");
        Assert.Empty(await Get<Drafting>().ChangeAsync([new(path, text)], "edit", editor, Ct));
        await PublishAsync();
    }

    public async Task PublishAsync()
    {
        var published = await Get<Publishing>().PublishAsync(new Editor("29:editor", "A test."), null, Ct);
        Assert.Null(published.Problem);
        await UntilAsync(() => Task.FromResult(Get<Bot.Knowledge.KnowledgeStore>().Current.Number == published.Number));
    }

    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (!await holds()) await Task.Delay(50, limit.Token);
    }

    public ValueTask DisposeAsync() => Guide.DisposeAsync();
}
