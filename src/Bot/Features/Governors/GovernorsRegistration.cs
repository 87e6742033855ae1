using Bot.Features.Governors.Packing;
using Bot.Features.Governors.Recording;
using Bot.Features.Governors.Reminding;
using Bot.Features.Governors.Walking;
using Bot.Trusts;
using Bot.Turns;

namespace Bot.Features.Governors;

internal static class GovernorsRegistration
{
    public static IServiceCollection AddGovernors(this IServiceCollection services)
    {
        services.AddSingleton<WaitingSentence>();
        services.AddSingleton<Workspaces>();
        services.AddTalking<WalkFeature>();
        services.AddTalking<RecordFeature>();
        services.AddTalking<PackFeature>();
        services.AddTalking<RemindersFeature>();
        services.AddSingleton<ReminderClock>();
        services.AddHostedService(provider => provider.GetRequiredService<ReminderClock>());
        services.AddSingleton<ForOwnTrust>(provider => provider.GetRequiredService<WalkFeature>().ForOwnTrustAsync);
        return services;
    }

    /// <summary>A feature with buttons and sentences of its own.</summary>
    private static void AddTalking<T>(this IServiceCollection services) where T : class, IFeature, IListener
    {
        services.AddSingleton<T>();
        services.AddSingleton<IFeature>(provider => provider.GetRequiredService<T>());
        services.AddSingleton<IListener>(provider => provider.GetRequiredService<T>());
    }
}
