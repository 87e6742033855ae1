using Bot.Knowledge;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Drafts;
using Bot.Knowledge.Releases;
using Bot.Storage;
using Bot.Tests.Knowledge.Releases;
using Bot.Tests.Storage;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Knowledge.Drafts;

/// <summary>Drafts on top of the small content, on a database of either kind, without an engine.</summary>
internal sealed class DraftingDesk : IAsyncDisposable
{
    private readonly Databases _database;
    private readonly RunningStorage _storage;
    private readonly string _folder = Directory.CreateTempSubdirectory("icsguide-drafts-").FullName;

    private DraftingDesk(Databases database, RunningStorage storage)
    {
        (_database, _storage) = (database, storage);
        Drafting = NewDrafting();
        Edits = new ArticleEdits(Drafting);
    }

    public Drafting Drafting { get; }

    public ArticleEdits Edits { get; }

    public DraftRows Rows => _storage.Get<DraftRows>();

    public AuditRows Audit => _storage.Get<AuditRows>();

    public static async Task<DraftingDesk> OpenAsync(DatabaseKind kind)
    {
        var database = await Databases.NewAsync(kind);
        return new DraftingDesk(database, await RunningStorage.StartAsync(database.ConnectionString, TimeProvider.System));
    }

    /// <summary>What the next release would be made of.</summary>
    public async Task<ContentFiles> FilesAsync() => (await Drafting.CurrentAsync(TestContext.Current.CancellationToken)).Files;

    public async Task<Article> ArticleAsync(string id) => ContentFolder.Readable(await FilesAsync()).Single(article => article.Id == id);

    public async ValueTask DisposeAsync()
    {
        await _storage.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Drafting NewDrafting()
    {
        var options = Options.Create(new KnowledgeOptions { Folder = SmallContent.WriteTo(_folder) });
        var loader = new ReleaseLoader(options, new HostingEnvironment { ContentRootPath = _folder }, NullLogger<ReleaseLoader>.Instance);
        var pointer = _storage.Get<ServedRelease>();
        var published = new PublishedRelease(pointer, _storage.Get<ReleaseRows>(), _storage.Get<WithdrawnArticles>(), loader, new KnowledgeStore(loader));
        return new Drafting(pointer, published, Rows, TimeProvider.System);
    }
}
