using Bot.Experts;
using Bot.Features.Questions;
using Bot.Hosting;
using Bot.Knowledge;
using Microsoft.Extensions.Options;

namespace Bot.Commands;

/// <summary>The knowledge and the answering rooms without a server, for commands that end.</summary>
internal sealed class CommandHost : IDisposable
{
    private readonly IHost _host;

    private CommandHost(IHost host) => _host = host;

    public KnowledgeSnapshot Snapshot => _host.Services.GetRequiredService<KnowledgeStore>().Current;

    public static CommandHost Create()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = ProjectFolder.OrCurrent() });
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace).AddFilter(level => level >= LogLevel.Warning);
        builder.Services.AddOptions<Person>().BindConfiguration("Bot:Person").ValidateDataAnnotations();
        builder.Services.AddKnowledge();
        builder.Services.AddSingleton<Answering>();
        return new CommandHost(builder.Build());
    }

    public Conversation Conversation() => new(Snapshot, _host.Services.GetRequiredService<Answering>(), TimeProvider.System);

    public void Dispose() => _host.Dispose();
}
