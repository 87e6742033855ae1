using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Bot.Activities;
using Bot.Activities.Tokens;
using Bot.Roles;
using Bot.Trusts;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Graph;

/// <summary>All that knows Microsoft Graph. Each part is off until an adopter switches it on.</summary>
public static class GraphRoom
{
    public static IServiceCollection AddGraph(this IServiceCollection services)
    {
        services.AddOptions<GraphOptions>().BindConfiguration(GraphOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpClient(GraphConnection.Client, client => client.Timeout = TimeSpan.FromSeconds(5))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }).RemoveAllLoggers();
        services.TryAddSingleton(Credential);
        services.AddSingleton<GraphConnection>();
        services.AddSingleton<Profiles>();
        services.AddSingleton<ITrustHint, ProfileHint>();
        services.AddSingleton<IGroupMembership, GroupMembership>();
        return services;
    }

    // The one with which the bot proves itself to the connector: an adopter keeps no second secret.
    private static TokenCredential Credential(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<CredentialOptions>>().Value;
        if (!options.IsSet) throw new CredentialUnavailableException("The bot has no credential.");
        var transport = new HttpClientTransport(services.GetRequiredService<IHttpClientFactory>().CreateClient(BotTokens.Client));
        return new BotCredential(services.GetRequiredService<IOptions<AuthOptions>>().Value, options, transport).Create();
    }
}
