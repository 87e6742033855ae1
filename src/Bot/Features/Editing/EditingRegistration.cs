using Bot.Turns;

namespace Bot.Features.Editing;

internal static class EditingRegistration
{
    public static IServiceCollection AddEditing(this IServiceCollection services)
    {
        services.AddSingleton<LongWork>();
        services.AddSingleton<Standings>();
        services.AddSingleton<WaitingDrafts>();
        services.AddSingleton<Releasing>();
        services.AddSingleton<ArticleNames>();
        services.AddSingleton<ArticleDrafts>();
        services.AddSingleton<Withdrawing>();
        services.AddSingleton<Retiring>();
        services.AddFeature<OverviewFeature>();
        services.AddSingleton<DroppedDocuments>();
        services.AddFeature<RefreshFeature>();
        services.AddFeature<ReleasingFeature>();
        services.AddFeature<ArticlesFeature>();
        services.AddFeature<KeepingFeature>();
        return services.AddSingleton<IListener, EditingListener>();
    }

    private static void AddFeature<T>(this IServiceCollection services) where T : class, IFeature =>
        services.AddSingleton<T>().AddSingleton<IFeature>(provider => provider.GetRequiredService<T>());
}
