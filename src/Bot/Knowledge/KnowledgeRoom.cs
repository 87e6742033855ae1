using Bot.Knowledge.Drafts;
using Bot.Knowledge.Gaps;
using Bot.Knowledge.Importing;
using Bot.Knowledge.Releases;

namespace Bot.Knowledge;

public static class KnowledgeRoom
{
    public static IServiceCollection AddKnowledge(this IServiceCollection services)
    {
        services.AddOptions<KnowledgeOptions>().BindConfiguration("Bot:Knowledge").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ReleaseLoader>();
        services.AddSingleton<KnowledgeStore>();
        services.AddSingleton<ArticleStanding>();
        services.AddSingleton<PublishedRelease>();
        services.AddSingleton<ReleaseChecks>();
        services.AddSingleton<Drafting>();
        services.AddSingleton<DocumentImport>();
        services.AddSingleton<ArticleEdits>();
        services.AddSingleton<GapBoard>();
        services.AddSingleton<GapEdits>();
        services.AddSingleton<Publishing>();
        return services;
    }

    /// <summary>Follows what is published; for the service, not for commands that end.</summary>
    public static IServiceCollection AddReleaseWatch(this IServiceCollection services) => services.AddHostedService<ReleaseWatch>();
}
