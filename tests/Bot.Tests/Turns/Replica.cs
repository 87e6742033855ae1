using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Bot.Activities;
using Bot.Storage;
using Bot.Tests.Fakes;
using Bot.Turns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Turns;

/// <summary>The rooms Turns and Storage with one scripted feature: what one instance of the service does with an activity.</summary>
internal sealed class Replica : IAsyncDisposable
{
    private readonly IHost _host;

    private Replica(IHost host, ScriptedFeature feature, RecordingLog log) => (_host, Feature, Log) = (host, feature, log);

    public ScriptedFeature Feature { get; }

    public RecordingLog Log { get; }

    /// <summary>What was said, to whomever.</summary>
    public ConcurrentQueue<OutboundActivity> Said { get; } = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Replica> StartAsync(string connectionString, TimeProvider? time = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([new("Bot:Database:ConnectionString", connectionString)]);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddStorage(builder.Configuration);
        var feature = new ScriptedFeature([.. ScriptedFeature.All.Append(RouteKey.Event("messageUpdate")).Distinct()]);
        builder.Services.AddTurns().AddArrivals().AddSingleton<IFeature>(feature);
        var log = new RecordingLog();
        builder.Logging.SetMinimumLevel(LogLevel.Debug).AddProvider(log);
        var host = builder.Build();
        await host.StartAsync(Ct);
        return new Replica(host, feature, log);
    }

    public T Get<T>() where T : notnull => _host.Services.GetRequiredService<T>();

    public Task<InvokeReply?> DeliverAsync(JsonObject activity, Func<OutboundActivity, Exception?>? fault = null, CancellationToken? deadline = null)
    {
        var (parsed, _) = ActivityParser.Parse(System.Text.Encoding.UTF8.GetBytes(activity.ToJsonString()));
        return Get<ITurnRunner>().RunAsync(parsed!, new Replies(Said, fault), deadline ?? Ct).AsTask();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }

    private sealed class Replies(ConcurrentQueue<OutboundActivity> said, Func<OutboundActivity, Exception?>? fault) : IReplyPath
    {
        public ValueTask<string?> SendAsync(OutboundActivity a, CancellationToken ct)
        {
            if (fault?.Invoke(a) is { } exception) throw exception;
            said.Enqueue(a);
            return new("id");
        }

        public ValueTask<bool> UpdateAsync(string activityId, OutboundActivity a, CancellationToken ct) => new(true);

        public ValueTask TypingAsync(CancellationToken ct) => default;
    }
}
