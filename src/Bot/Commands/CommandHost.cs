using Bot.Activities;
using Bot.Experts;
using Bot.Features.Questions;
using Bot.Files;
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
    public static async Task<CommandHost> StartAsync(CancellationToken ct)
    {
        var host = Build();
        try
        {
            await host.Get<Scripts>().ApplyAsync(ct);
            await host.Get<PublishedRelease>().LoadAsync(ct);
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

    private static CommandHost Build()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = ProjectFolder.OrCurrent() });
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace).AddFilter(level => level >= LogLevel.Warning);
        builder.Services.AddOptions<Person>().BindConfiguration("Bot:Person").ValidateDataAnnotations();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddKnowledge();
        builder.Services.AddOwnCredential().AddFetching().AddSources();
        builder.Services.AddSingleton<Answering>();
        return new CommandHost(builder.Build());
    }

    public Conversation Conversation() => new(Snapshot, _host.Services.GetRequiredService<Answering>(), TimeProvider.System);

    public void Dispose() => _host.Dispose();
}
