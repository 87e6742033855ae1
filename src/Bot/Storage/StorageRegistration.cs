using Bot.Storage.Governors;
using Bot.Storage.Held;
using Bot.Storage.Sources;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Storage;

public static class StorageRegistration
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>()
            .Bind(configuration.GetSection("Bot:Database"))
            .Bind(configuration.GetSection("Bot:Retention"))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Database>();
        services.AddSingleton<PreparedConnections>();
        services.AddSingleton<LastTurns>();
        services.AddSingleton<Welcomes>();
        services.AddSingleton<OfferedFiles>();
        services.AddSingleton<OwnAnswers>();
        services.AddSingleton<FeedbackRows>();
        services.AddSingleton<GivenAnswers>();
        services.AddSingleton<Farewell>();
        services.AddSingleton<TrustChoices>();
        services.AddSingleton<QuestionLog>();
        services.AddSingleton<PersonKeys>();
        services.AddSingleton<Walks>();
        services.AddSingleton<MeetingNotes>();
        services.AddSingleton<Terms>();
        services.AddSingleton<Reminders>();
        services.AddHeldAboutPerson();
        services.AddSingleton<ReleaseRows>();
        services.TryAddSingleton<Replicas>();
        services.AddSingleton<ServedRelease>();
        services.AddSingleton<WithdrawnArticles>();
        services.AddSingleton<DraftRows>();
        services.AddSingleton<AuditRows>();
        services.AddSingleton<CertificateRows>();
        services.AddSingleton<Wishes>();
        services.AddSingleton<SettledGaps>();
        services.AddSingleton<RoleHolders>();
        services.AddSingleton<SourceRows>();
        services.AddSingleton<SourceMarks>();
        services.AddSingleton<WatchedLinks>();
        services.AddSingleton<ConversationReferences>();
        services.AddSingleton<OutboxRows>();
        services.AddSingleton<OutboxReport>();
        services.AddSingleton<Counters>();
        services.AddSingleton<DatabaseState>();
        services.AddSingleton<ConversationTurns>();
        services.AddSingleton<Leases>();
        services.AddSingleton<Schedules>();
        services.AddSingleton<OldRows>();

        // In this order: the schema stands before anything is written or swept.
        return services.AddRunning<Scripts>().AddRunning<WriteQueue>().AddRunning<SeenActivities>().AddRunning<RetentionSweep>().AddRunning<OfferedFilesSweep>()
            .AddRunning<BlockedConversations>().AddRunning<ReleaseSignal>();
    }

    private static IServiceCollection AddRunning<T>(this IServiceCollection services) where T : class, IHostedService =>
        services.AddSingleton<T>().AddHostedService(provider => provider.GetRequiredService<T>());
}
