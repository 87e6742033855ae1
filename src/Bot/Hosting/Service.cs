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
            await using var app = Build(args);
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

    private static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ProjectFolder.OrCurrent() });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddKnowledge();
        builder.Services.AddActivities();
        builder.Services.AddTurns();
        builder.Services.AddFeatures();
        if (builder.Environment.IsDevelopment()) builder.Services.AddLocalChat();

        var app = builder.Build();
        app.MapActivities();
        app.MapHealth();
        if (app.Environment.IsDevelopment()) app.MapLocalChat();
        return app;
    }
}
