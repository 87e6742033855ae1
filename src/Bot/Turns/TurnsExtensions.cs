using Bot.Activities;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Turns;

public static class TurnsExtensions
{
    public static IServiceCollection AddTurns(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Router>();
        services.AddSingleton<ITurnRunner, TurnRunner>();
        return services;
    }
}
