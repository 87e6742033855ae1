using Bot.Activities;
using Bot.Proactive;
using Bot.Storage;
using Bot.Tests.Fakes;
using Bot.Tests.Storage;
using Dapper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Proactive;

/// <summary>The rooms Storage and Proactive with a connector client, as the service runs them.</summary>
internal sealed class OutboxAtWork : IAsyncDisposable
{
    private readonly IHost _host;

    private OutboxAtWork(IHost host, RecordingLog log) => (_host, Log) = (host, log);

    public RecordingLog Log { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<OutboxAtWork> StartAsync(string connectionString, TimeProvider? time = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([new("Bot:Database:ConnectionString", connectionString), new("Bot:Auth:Mode", "Development")]);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddActivities().AddSingleton<ITurnRunner, NoTurns>();
        builder.Services.AddProactive();
        var log = new RecordingLog();
        builder.Logging.AddProvider(log);
        var host = builder.Build();
        await host.StartAsync(Ct);
        return new OutboxAtWork(host, log);
    }

    public T Get<T>() where T : notnull => _host.Services.GetRequiredService<T>();

    public Outbox Outbox => Get<Outbox>();

    /// <summary>What an activity from this conversation would have noted.</summary>
    public async Task KnowAsync(string conversation, Uri serviceUrl)
    {
        await Get<ConversationReferences>().KeepAsync(
            new ConversationReference { Id = conversation, ChannelId = "msteams", ServiceUrl = serviceUrl.AbsoluteUri, Kind = "personal", TenantId = "t", BotId = "28:bot", UserId = "29:" + conversation },
            anew: false, Ct);
    }

    public Task<OutboxAddition> AddAsync(string conversation, string key, DateTimeOffset? due = null, DateTimeOffset? tooLate = null) => Outbox.AddAsync(
        new OutboxMessage { Key = key, Kind = "test", ConversationId = conversation, Activity = new OutboundActivity { Text = key }, Due = due, TooLate = tooLate }, Ct);

    public async Task<T?> ScalarAsync<T>(string sql)
    {
        await using var connection = await Get<Database>().OpenAsync(Ct);
        return await connection.ExecuteScalarAsync<T>(sql);
    }

    /// <summary>Waits until so many messages are in a state.</summary>
    public async Task UntilAsync(string state, long messages)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while ((await Get<OutboxReport>().CountsAsync(Ct)).SingleOrDefault(count => count.State == state)?.Messages != messages)
            await Task.Delay(10, limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }

    private sealed class NoTurns : ITurnRunner
    {
        public ValueTask<InvokeReply?> RunAsync(Activity activity, IReplyPath replies, CancellationToken deadline) => default;
    }
}
