using Bot.Activities.Callers;
using Bot.Activities.Tokens;
using Bot.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Activities;

public static class ActivitiesExtensions
{
    public static IServiceCollection AddActivities(this IServiceCollection services)
    {
        services.AddOptions<ActivityOptions>().BindConfiguration(ActivityOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddOwnCredential().AddCallers().AddConnector();
        services.AddSingleton<ActivityReader>();
        services.AddSingleton<RequestTurns>();
        services.AddSingleton<QueuedTurns>();
        services.AddSingleton<TurnLanes>();
        services.AddHostedService(provider => provider.GetRequiredService<TurnLanes>());
        services.AddSingleton<MessagesEndpoint>();
        return services;
    }

    /// <summary>Who the bot is, for what calls others in its name; commands need no more of the wire.</summary>
    public static IServiceCollection AddOwnCredential(this IServiceCollection services)
    {
        services.AddOptions<AuthOptions>().BindConfiguration(AuthOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<CredentialOptions>().BindConfiguration(AuthOptions.Section).Configure<IConfiguration>(static (options, configuration) =>
        {
            // A list that is set takes the default's place; the binder would only add to it.
            if (configuration.GetSection($"{AuthOptions.Section}:{nameof(CredentialOptions.ServiceHosts)}").Get<string[]>() is { Length: > 0 } hosts)
                options.ServiceHosts = hosts;
        }).ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpClient(BotTokens.Client)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            .RemoveAllLoggers();
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

    private static IServiceCollection AddConnector(this IServiceCollection services)
    {
        services.AddHttpClient(ConnectorCalls.Client)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                MaxResponseHeadersLength = 32,
                // The channel has no use for our trace ids.
                ActivityHeadersPropagator = null,
            })
            .RemoveAllLoggers();
        services.AddSingleton<BotTokens>();
        services.AddSingleton<ConnectorHosts>();
        services.TryAddSingleton<Replicas>();
        services.AddSingleton<SendLimits>();
        services.AddSingleton<ConnectorCalls>();
        services.AddSingleton<ConnectorTransport>();
        services.AddSingleton<ConversationClient>();
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
