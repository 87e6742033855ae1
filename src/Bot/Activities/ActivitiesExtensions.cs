using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Activities;

public static class ActivitiesExtensions
{
    public static IServiceCollection AddActivities(this IServiceCollection services)
    {
        services.AddOptions<AuthOptions>().BindConfiguration(AuthOptions.Section);
        services.AddOptions<ActivityOptions>().BindConfiguration(ActivityOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<CallerCheck>();
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

    public static WebApplication MapActivities(this WebApplication app)
    {
        app.Services.GetRequiredService<CallerCheck>().Announce();
        var messages = app.Services.GetRequiredService<MessagesEndpoint>();
        app.Map("/api/messages", (RequestDelegate)messages.HandleAsync);
        return app;
    }
}
