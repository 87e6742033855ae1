using System.Collections.Concurrent;
using System.Data.Common;
using Bot.Storage;
using Bot.Tests.Fakes;
using Dapper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Storage;

/// <summary>The storage room as the program runs it, with its log kept.</summary>
public sealed class RunningStorage : IAsyncDisposable
{
    private readonly IHost _host;

    private RunningStorage(IHost host, ConcurrentQueue<string> lines) => (_host, LogLines) = (host, lines);

    public ConcurrentQueue<string> LogLines { get; }

    public static RunningStorage Build(string connectionString, TimeProvider? time = null, params KeyValuePair<string, string?>[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([new("Bot:Database:ConnectionString", connectionString), .. settings]);
        builder.Services.AddSingleton(time ?? new FakeTime());
        builder.Services.AddStorage(builder.Configuration);
        var lines = new ConcurrentQueue<string>();
        builder.Logging.AddProvider(new Recorder(lines));
        return new RunningStorage(builder.Build(), lines);
    }

    public static async Task<RunningStorage> StartAsync(
        string connectionString, TimeProvider? time = null, params KeyValuePair<string, string?>[] settings)
    {
        var storage = Build(connectionString, time, settings);
        await storage.StartAsync();
        return storage;
    }

    public Task StartAsync() => _host.StartAsync(TestContext.Current.CancellationToken);

    public T Get<T>() where T : notnull => _host.Services.GetRequiredService<T>();

    public Task FlushAsync() => Get<WriteQueue>().FlushAsync(TestContext.Current.CancellationToken);

    public async Task<T?> ScalarAsync<T>(string sql)
    {
        await using var connection = await Get<Database>().OpenAsync(TestContext.Current.CancellationToken);
        return await connection.ExecuteScalarAsync<T>(sql);
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await Get<Database>().OpenAsync(TestContext.Current.CancellationToken);
        await connection.ExecuteAsync(sql);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }

    /// <summary>Gone without a stop, as after a crash, but for the file handles.</summary>
    public void Abandon() => _host.Dispose();

    private sealed class Recorder(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {eventId.Id} {formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
