using Bot.Activities.Callers;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Activities;

public static class ActivitiesExtensions
{
    public static IServiceCollection AddActivities(this IServiceCollection services)
    {
        services.AddOptions<AuthOptions>().BindConfiguration(AuthOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ActivityOptions>().BindConfiguration(ActivityOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddCallers();
        services.AddSingleton<ActivityReader>();
        services.AddSingleton<ConnectorTransport>();
        services.AddSingleton<ConversationClient>();
        services.AddSingleton<RequestTurns>();
        services.AddSingleton<QueuedTurns>();
        services.AddSingleton<TurnLanes>();
        services.AddHostedService(provider => provider.GetRequiredService<TurnLanes>());
        services.AddSingleton<MessagesEndpoint>();
        return services;
    }

    private static IServiceCollection AddCallers(this IServiceCollection services)
    {
        services.AddHttpClient(KeyFetch.Client, client =>
        {
            client.Timeout = TimeSpan.FromSeconds(10);
            client.MaxResponseContentBufferSize = 1024 * 1024;
        }).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }).RemoveAllLoggers();
        services.AddSingleton<KeyRings>();
        services.AddHostedService(provider => provider.GetRequiredService<KeyRings>());
        services.AddSingleton<TokenCheck>();
        services.AddSingleton<CallerCheck>();
        return services;
    }

    public static WebApplication MapActivities(this WebApplication app)
    {
        app.Services.GetRequiredService<CallerCheck>().Announce();
        var messages = app.Services.GetRequiredService<MessagesEndpoint>();
        app.Map("/api/messages", (RequestDelegate)messages.HandleAsync);
        return app;
    }
}
