using System.Net;
using Bot.LocalChat;
using Bot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.LocalChat;

/// <summary>The local chat on a free port, with a toy bot behind it.</summary>
internal sealed class ChatHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private ChatHost(WebApplication app, ToyBot bot)
    {
        this.app = app;
        Bot = bot;
    }

    public ToyBot Bot { get; }

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<ChatHost> StartAsync(string environment = "Development", int port = 0, string? caller = null, string? pageFolder = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = environment,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = pageFolder ?? Chromium.PageFolder,
        });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.AddLocalChat();
        var app = builder.Build();
        if (caller is not null)
            app.Use((http, next) =>
            {
                http.Connection.RemoteIpAddress = IPAddress.Parse(caller);
                return next();
            });
        var bot = new ToyBot();
        bot.Map(app);
        app.MapLocalChat();
        await app.StartAsync();
        return new ChatHost(app, bot);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Bot.Dispose();
    }
}
