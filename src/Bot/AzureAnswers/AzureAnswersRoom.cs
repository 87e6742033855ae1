using Azure.Core;
using Bot.AzureAnswers.Authoring;
using Bot.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.AzureAnswers;

/// <summary>All that knows Azure question answering. Off until an endpoint and a project are named and a part is switched on.</summary>
public static class AzureAnswersRoom
{
    public static IServiceCollection AddAzureAnswers(this IServiceCollection services)
    {
        services.AddOptions<AzureAnswersOptions>().BindConfiguration(AzureAnswersOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpClient(ProjectCalls.Client, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10), PooledConnectionLifetime = TimeSpan.FromMinutes(5) }).RemoveAllLoggers();
        services.TryAddKeyedSingleton<TokenCredential, ProjectCredential>(ProjectCalls.Credential);
        services.AddSingleton<ProjectCalls>();
        services.AddSingleton<ProjectQuery>();
        services.AddSingleton<AzureAnswersState>();
        services.AddSingleton<AzureQuestions>();
        services.AddSingleton<AzureAnswerer>();
        services.AddSingleton<ProjectJobs>();
        services.AddSingleton<ProjectAuthoring>();
        services.AddSingleton<KeptExports>();
        services.TryAddSingleton<NoteInAudit>(provider => (who, action, what, why, ct) => provider.GetRequiredService<AuditRows>().AddAsync(
            new AuditEntry { At = provider.GetRequiredService<TimeProvider>().GetUtcNow(), Who = who, Action = action, What = what, Why = why }, ct));
        services.AddSingleton<ProjectPublishing>();
        services.AddSingleton<PublishedToAzure>();
        return services;
    }

    /// <summary>Keeps the project at what is served; for the service, not for commands that end.</summary>
    public static IServiceCollection AddProjectFollower(this IServiceCollection services)
    {
        services.AddSingleton<ProjectFollower>();
        services.AddHostedService(provider => provider.GetRequiredService<ProjectFollower>());
        return services;
    }
}
