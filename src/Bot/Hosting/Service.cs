using Bot.Activities;
using Bot.AzureAnswers;
using Bot.Checkups;
using Bot.Features;
using Bot.Files;
using Bot.Graph;
using Bot.Knowledge;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Releases;
using Bot.Knowledge.Sources;
using Bot.LocalChat;
using Bot.Proactive;
using Bot.Roles;
using Bot.Storage;
using Bot.Telemetry.Export;
using Bot.Trusts;
using Bot.Turns;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Bot.Hosting;

/// <summary>The service as a table of contents: each room is one line.</summary>
internal static class Service
{
    // Settings are read once, and the watch would also wake for every write to the database under the same folder.
    private const string NoWatch = "--hostBuilder:reloadConfigOnChange=false";

    public static async Task<int> RunAsync(string[] args)
    {
        using var start = new UncollectedStart();
        try
        {
            await using var app = Build(new WebApplicationOptions { Args = [NoWatch, .. args], ContentRootPath = ProjectFolder.OrCurrent() });
            // Before anything else starts, so that what is wrong with the settings is not buried under a stack trace.
            app.Services.GetService<IStartupValidator>()?.Validate();
            await app.Services.GetRequiredService<Scripts>().ApplyAsync(CancellationToken.None);
            await app.Services.GetRequiredService<PublishedRelease>().LoadAsync(CancellationToken.None);
            await app.StartAsync();
            start.IsOver();
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception e) when (Reason(e) is not null)
        {
            await Console.Error.WriteLineAsync(Reason(e));
            return 1;
        }
    }

    /// <summary>What whoever starts the service can mend; null for a bug.</summary>
    private static string? Reason(Exception e) => e switch
    {
        ContentException or StorageStartException => e.Message,
        OptionsValidationException settings => string.Join(Environment.NewLine, settings.Failures),
        IOException { InnerException: AddressInUseException } => $"{e.Message} Stop the program that uses it, or choose another address with ASPNETCORE_URLS.",
        _ => null,
    };

    /// <summary>All rooms registered, nothing built or started.</summary>
    /// <param name="options">Arguments, environment and folders.</param>
    /// <param name="change">Last changes before the service is built; the tests have some.</param>
    internal static WebApplicationBuilder Prepare(WebApplicationOptions options, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateSlimBuilder(options);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, AnythingJson.Default));
        builder.AddTelemetry();
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddKnowledge().AddReleaseWatch();
        builder.Services.AddActivities();
        builder.Services.AddFiles();
        builder.Services.AddSources().AddRefreshNotes();
        builder.Services.AddTurns().AddArrivals();
        builder.Services.AddProactive();
        builder.Services.AddTrusts();
        builder.Services.AddRoles();
        builder.Services.AddGraph();
        builder.Services.AddAzureAnswers().AddProjectFollower();
        builder.Services.AddFeatures();
        if (builder.Environment.IsDevelopment()) builder.Services.AddLocalChat();
        builder.Services.AddCheckups(KnownSettings.Sections);
        change?.Invoke(builder);
        return builder;
    }

    internal static WebApplication Build(WebApplicationOptions options, Action<WebApplicationBuilder>? change = null)
    {
        var app = Prepare(options, change).Build();
        app.MapActivities();
        app.MapHealth();
        app.MapMaps();
        app.MapFiles();
        app.MapAnswers();
        if (app.Environment.IsDevelopment()) app.MapLocalChat();
        return app;
    }
}
