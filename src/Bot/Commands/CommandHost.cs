using Bot.Activities;
using Bot.AzureAnswers;
using Bot.Experts;
using Bot.Features.Questions;
using Bot.Features.Questions.Certificates;
using Bot.Files;
using Bot.Graph;
using Bot.Hosting;
using Bot.Knowledge;
using Bot.Knowledge.Releases;
using Bot.Knowledge.Sources;
using Bot.Storage;
using Microsoft.Extensions.Options;

namespace Bot.Commands;

/// <summary>The knowledge and the answering rooms without a server, for commands that end.</summary>
internal sealed class CommandHost : IDisposable
{
    private readonly IHost _host;

    private CommandHost(IHost host) => _host = host;

    public KnowledgeSnapshot Snapshot => _host.Services.GetRequiredService<KnowledgeStore>().Current;

    public T Get<T>() where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>With the release that the database says to serve.</summary>
    /// <param name="ct">Gives up.</param>
    /// <param name="settings">What this command needs to be otherwise than configured.</param>
    public static async Task<CommandHost> StartAsync(CancellationToken ct, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var host = Build(settings);
        try
        {
            await host.Get<Scripts>().ApplyAsync(ct);
            await host.Get<PublishedRelease>().LoadAsync(ct);
            await host.Get<ArticleStanding>().LookAsync(ct);
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    /// <summary>With the database only, for commands that answer nothing.</summary>
    public static async Task<CommandHost> OpenAsync(CancellationToken ct)
    {
        var host = Build();
        try
        {
            await host.Get<Scripts>().ApplyAsync(ct);
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    private static CommandHost Build(IReadOnlyDictionary<string, string?>? settings = null)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = ProjectFolder.OrCurrent() });
        if (settings is not null) builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace).AddFilter(level => level >= LogLevel.Warning);
        builder.Services.AddOptions<Person>().BindConfiguration("Bot:Person").ValidateDataAnnotations();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddKnowledge();
        builder.Services.AddOwnCredential().AddFetching().AddSources().AddSharePoint();
        // Without a running service there is no page to link to, unless the settings name its address.
        builder.Services.AddSingleton(provider => new AnswerCertificates(provider.GetRequiredService<CertificateRows>().Keep, id => Page(builder.Configuration["Bot:PublicUrl"], id)));
        builder.Services.AddSingleton<CertificateArchive>();
        builder.Services.AddAzureAnswers();
        builder.Services.AddSingleton<Hearing>();
        builder.Services.AddSingleton<Answering>();
        return new CommandHost(builder.Build());
    }

    public Conversation Conversation() => new(Snapshot, _host.Services.GetRequiredService<Answering>(), TimeProvider.System);

    /// <summary>Stores what the command left in line; a service does that as it goes.</summary>
    public async Task StoreAsync(CancellationToken ct)
    {
        IHostedLifecycleService queue = Get<WriteQueue>();
        await queue.StartAsync(ct);
        await queue.StoppedAsync(ct);
    }

    /// <summary>The same, with Azure question answering asked beside the engine.</summary>
    public Conversation ConversationBesideAzure() => new(Snapshot, _host.Services.GetRequiredService<Answering>(), TimeProvider.System, Get<Hearing>());

    public void Dispose() => _host.Dispose();

    private static Uri? Page(string? root, string id) => string.IsNullOrEmpty(root) ? null : new Uri($"{root.TrimEnd('/')}/answers/{id}");
}
