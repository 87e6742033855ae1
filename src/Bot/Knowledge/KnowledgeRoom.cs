using Bot.Knowledge.Releases;

namespace Bot.Knowledge;

public static class KnowledgeRoom
{
    public static IServiceCollection AddKnowledge(this IServiceCollection services)
    {
        services.AddOptions<KnowledgeOptions>().BindConfiguration("Bot:Knowledge").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ReleaseLoader>();
        services.AddSingleton<KnowledgeStore>();
        return services;
    }
}
