using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Proactive;

public static class ProactiveExtensions
{
    public static IServiceCollection AddProactive(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Outbox>();
        services.AddSingleton<OutboxDelivery>();
        services.AddSingleton<OutboxSender>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxSender>());
        return services;
    }
}
