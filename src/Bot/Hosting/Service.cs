using Bot.Activities;
using Bot.Features;
using Bot.Knowledge;
using Bot.Knowledge.Articles;
using Bot.LocalChat;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Hosting;

/// <summary>The service as a table of contents: each room is one line.</summary>
internal static class Service
{
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Build(new WebApplicationOptions { Args = args, ContentRootPath = ProjectFolder.OrCurrent() });
            app.Services.GetRequiredService<KnowledgeStore>().Load();
            await app.RunAsync();
            return 0;
        }
        catch (ContentException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    /// <param name="options">Arguments, environment and folders.</param>
    /// <param name="change">Last changes before the service is built; the tests have some.</param>
    internal static WebApplication Build(WebApplicationOptions options, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateBuilder(options);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddKnowledge();
        builder.Services.AddActivities();
        builder.Services.AddTurns();
        builder.Services.AddFeatures();
        if (builder.Environment.IsDevelopment()) builder.Services.AddLocalChat();
        change?.Invoke(builder);

        var app = builder.Build();
        app.MapActivities();
        app.MapHealth();
        if (app.Environment.IsDevelopment()) app.MapLocalChat();
        return app;
    }
}
