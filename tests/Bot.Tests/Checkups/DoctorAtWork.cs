using Bot.Activities;
using Bot.Activities.Callers;
using Bot.Activities.Tokens;
using Bot.Checkups;
using Bot.Hosting;
using Bot.Tests.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Checkups;

/// <summary>The service's real composition, not started, with the identity servers and the connector of the tests behind the true host names.</summary>
internal sealed class DoctorAtWork : IAsyncDisposable
{
    public const string Secret = "a secret that no report may hold";

    private readonly WebApplication _app;

    private DoctorAtWork(WebApplication app, FakeIdentity identity, RecordingConnector teams) => (_app, Identity, Teams) = (app, identity, teams);

    public FakeIdentity Identity { get; }

    public RecordingConnector Teams { get; }

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public static async Task<DoctorAtWork> StartAsync(string connectionString, Setup? setup = null)
    {
        setup ??= new Setup();
        var identity = await FakeIdentity.StartAsync(TimeProvider.System);
        var teams = await RecordingConnector.StartAsync();
        var builder = Service.Prepare(new WebApplicationOptions { EnvironmentName = "Production", ContentRootPath = Path.GetTempPath() }, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Configuration.AddInMemoryCollection(
            [
                new("Bot:Auth:AppId", FakeIdentity.AppId), new("Bot:Auth:TenantId", FakeIdentity.Tenant), new("Bot:Auth:ClientSecret", Secret),
                new("Bot:Database:ConnectionString", connectionString), new("Bot:Knowledge:Models", Whole.GuideOnKestrel.Models),
            ]);
            builder.Configuration.AddInMemoryCollection(setup.Settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
            setup.Services?.Invoke(builder.Services);
            builder.Services.Replace(ServiceDescriptor.Singleton(setup.Time));
            foreach (var client in new[] { KeyFetch.Client, BotTokens.Client, ConnectorCalls.Client })
                builder.Services.AddHttpClient(client).ConfigurePrimaryHttpMessageHandler(() => identity.Detour([.. setup.Hosts.Select(host => (host, teams.ServiceUrl))]));
        });
        return new(builder.Build(), identity, teams);
    }

    public Task<Report> LookAsync() => Get<Doctor>().LookAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Identity.DisposeAsync();
        await Teams.DisposeAsync();
    }

    public sealed record Setup
    {
        public TimeProvider Time { get; init; } = TimeProvider.System;

        /// <summary>The hosts of the connector that can be reached.</summary>
        public IReadOnlyList<string> Hosts { get; init; } = ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", "smba.infra.gov.teams.microsoft.us"];

        public Action<IServiceCollection>? Services { get; init; }

        public IReadOnlyList<(string Key, string Value)> Settings { get; init; } = [];
    }
}

internal static class ReportAssert
{
    public static void Names(this Report report, Standing standing, string about, string words, string mend) => Assert.True(
        report.Findings.Any(finding => finding.Standing == standing && finding.About == about
            && finding.Words.Contains(words, StringComparison.Ordinal) && (finding.Mend ?? "").Contains(mend, StringComparison.Ordinal)),
        ReportText.Of(report));
}
