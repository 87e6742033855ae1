using Bot.Activities;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Turns;

public static class TurnsExtensions
{
    public static IServiceCollection AddTurns(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<TurnOptions>().BindConfiguration("Bot").ValidateOnStart();
        services.AddSingleton<Router>();
        services.AddSingleton<ITurnRunner, TurnRunner>();
        return services;
    }

    /// <summary>What is kept around every turn; needs the room Storage.</summary>
    public static IServiceCollection AddArrivals(this IServiceCollection services)
    {
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<ConversationNotes>();
        services.AddSingleton<OnceOnly>();
        return services.Replace(ServiceDescriptor.Singleton<ITurnRunner, Arrivals>());
    }
}
