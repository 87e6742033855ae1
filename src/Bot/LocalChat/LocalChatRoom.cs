using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.LocalChat;

public static class LocalChatRoom
{
    public static IServiceCollection AddLocalChat(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Conversations>();
        services.AddSingleton<EventStream>();
        return services;
    }

    /// <summary>Does nothing outside Development: there the page and its connector do not exist.</summary>
    public static void MapLocalChat(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            return;

        var room = app.MapGroup("").ExcludeFromDescription().AddEndpointFilter(OnlyThisMachine);
        PageFiles.Map(room);
        var loopback = room.MapGroup("/loopback");
        LoopbackConnector.Map(loopback);
        EventStream.Map(loopback);

        Log.Mapped(app.Logger);
        if (!app.Environment.WebRootFileProvider.GetFileInfo(PageFiles.CardRenderer).Exists)
            Log.RendererMissing(app.Logger);
    }

    private static ValueTask<object?> OnlyThisMachine(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (LoopbackCallers.Allows(context.HttpContext))
            return next(context);
        var log = context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(LocalChatRoom));
        Log.Refused(log, context.HttpContext.Connection.RemoteIpAddress);
        return ValueTask.FromResult<object?>(
            Results.Text("The local chat is only for this machine: open http://localhost with the port shown at the start.", statusCode: 403));
    }
}
