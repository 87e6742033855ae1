using Bot.Activities;
using Bot.Files;
using Bot.Knowledge;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Drafts;
using Bot.Knowledge.Sources;
using Bot.Storage;
using Bot.Tests.Knowledge.Releases;
using Bot.Tests.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Knowledge.Sources;

/// <summary>Sources, drafts and the small content on a database of either kind, without an engine.</summary>
internal sealed class SourceDesk : IAsyncDisposable
{
    public static readonly Editor Editor = new("29:editor", "Refreshed by a test.");

    private readonly List<IHost> _hosts = [];
    private readonly Databases _database;
    private readonly string _folder = Directory.CreateTempSubdirectory("icsguide-sources-").FullName;
    private readonly Action<IServiceCollection>? _services;
    private readonly IReadOnlyList<(string Key, string Value)> _settings;

    private SourceDesk(Databases database, IReadOnlyList<(string Key, string Value)> settings, Action<IServiceCollection>? services)
    {
        (_database, _settings, _services) = (database, settings, services);
        Directory.CreateDirectory(Documents);
    }

    /// <summary>The folder of the source "papers".</summary>
    public string Documents => Path.Combine(_folder, "documents");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IHost Host => _hosts[0];

    public static async Task<SourceDesk> OpenAsync(
        DatabaseKind kind = DatabaseKind.Sqlite, Action<IServiceCollection>? services = null, params (string Key, string Value)[] settings)
    {
        var desk = new SourceDesk(await Databases.NewAsync(kind), settings, services);
        await desk.ReplicaAsync();
        return desk;
    }

    public T Get<T>() where T : notnull => Host.Services.GetRequiredService<T>();

    /// <summary>One more service on the same database.</summary>
    public async Task<IServiceProvider> ReplicaAsync()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(
        [
            new("Bot:Database:ConnectionString", _database.ConnectionString),
            new("Bot:Knowledge:Folder", SmallContent.WriteTo(Path.Combine(_folder, "content"))),
            new("Bot:Knowledge:Models", Path.Combine(_folder, "models")),
            new("Bot:Knowledge:Sources:papers:Where", Documents),
        ]);
        // A later one wins.
        foreach (var (key, value) in _settings) builder.Configuration.AddInMemoryCollection([new(key, value)]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddKnowledge().AddOwnCredential().AddFetching().AddSources();
        _services?.Invoke(builder.Services);
        var host = builder.Build();
        await host.Services.GetRequiredService<Scripts>().ApplyAsync(Ct);
        _hosts.Add(host);
        return host.Services;
    }

    public Task<RefreshReport> RefreshAsync(string? source = null, IProgress<RefreshProgress>? progress = null) =>
        Get<Refreshing>().RunAsync(source, progress, Editor, Ct);

    /// <summary>Writes a file into the source's folder, with a time of its own so that it is seen as changed.</summary>
    public void Write(string name, string text)
    {
        var file = Path.Combine(Documents, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>Gives the village's source a link; before the content is loaded.</summary>
    public void Link(string url) =>
        File.WriteAllText(Path.Combine(_folder, "content", "sources.yaml"), $"- id: VILLAGE\n  title: The village book\n  publisher: The village\n  date: \"2026\"\n  url: \"{url}\"\n");

    public void Remove(string name) => File.Delete(Path.Combine(Documents, name));

    public async Task<Draft> DraftAsync() => await Get<Drafting>().CurrentAsync(Ct);

    /// <summary>The articles that the next release would hold, beside those of the village.</summary>
    public async Task<IReadOnlyList<Article>> ImportedAsync() =>
        [.. ContentFolder.Readable((await DraftAsync()).Files).Where(article => article.Topic == "imported")];

    /// <summary>Makes the drafts a release and serves it, without training anything.</summary>
    public async Task<long> PublishAsync()
    {
        var draft = await DraftAsync();
        var number = await Get<ReleaseRows>().AddAsync(
            new ReleaseRow { Hash = draft.Files.Hash, MadeFrom = draft.Number, MadeAt = TimeProvider.System.GetUtcNow(), MadeBy = "29:editor", Why = "A test.", Files = draft.Files.Pack() }, [], draft.Rows, Ct);
        Assert.True(await Get<ServedRelease>().WantAsync(number, "29:editor", "A test.", Ct));
        Assert.True(await Get<ServedRelease>().MoveAsync(number, Ct));
        return number;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts) host.Dispose();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
