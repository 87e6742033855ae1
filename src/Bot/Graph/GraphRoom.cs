using Azure.Core;
using Azure.Identity;
using Bot.Trusts;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Graph;

/// <summary>All that knows Microsoft Graph. Each part is off until an adopter switches it on.</summary>
public static class GraphRoom
{
    public static IServiceCollection AddGraph(this IServiceCollection services)
    {
        services.AddOptions<GraphOptions>().BindConfiguration(GraphOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpClient(Profiles.Client, client => client.Timeout = TimeSpan.FromSeconds(5))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }).RemoveAllLoggers();
        services.TryAddSingleton<TokenCredential>(_ => new ChainedTokenCredential(new EnvironmentCredential(), new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)));
        services.AddSingleton<Profiles>();
        services.AddSingleton<ITrustHint, ProfileHint>();
        return services;
    }
}
