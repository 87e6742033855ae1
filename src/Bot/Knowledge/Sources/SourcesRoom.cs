namespace Bot.Knowledge.Sources;

public static class SourcesRoom
{
    public static IServiceCollection AddSources(this IServiceCollection services)
    {
        services.AddOptions<SourceOptions>().BindConfiguration("Bot:Knowledge").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ConfiguredSources>();
        services.AddSingleton<WebPages>();
        services.AddSingleton<SourceKinds>();
        services.AddSingleton<SourceListing>();
        services.AddSingleton<SourceRefresh>();
        services.AddSingleton<Refreshing>();
        services.AddSingleton<SourceStatus>();
        services.AddSingleton<LinkWatch>();
        services.AddSingleton<AdminFindings>();
        services.AddSingleton<ScheduledRefresh>();
        return services;
    }
}
