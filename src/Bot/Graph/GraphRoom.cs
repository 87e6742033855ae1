using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Bot.Activities;
using Bot.Activities.Tokens;
using Bot.Knowledge.Sources;
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
        services.AddSharePoint();
        services.AddHttpClient(GraphConnection.Client, client => client.Timeout = TimeSpan.FromSeconds(5))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }).RemoveAllLoggers();
        services.AddSingleton<Profiles>();
        services.AddSingleton<ITrustHint, ProfileHint>();
        services.AddSingleton<IGroupMembership, GroupMembership>();
        return services;
    }

    /// <summary>Documents in SharePoint; commands need no more of Graph.</summary>
    public static IServiceCollection AddSharePoint(this IServiceCollection services)
    {
        services.AddGraphConnection();
        services.AddHttpClient(SharePointLibrary.Client, client =>
        {
            client.Timeout = TimeSpan.FromSeconds(100);
            // As Microsoft asks of those who read much, so that it can tell them apart.
            client.DefaultRequestHeaders.UserAgent.ParseAdd("NONISV|ICSGuide|Refresh/1.0");
        }).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .AddHttpMessageHandler<SharePointPace>().RemoveAllLoggers();
        services.AddTransient<SharePointPace>();
        services.AddSingleton<GraphPatience>();
        services.AddSingleton<SharePointPlaces>();
        services.AddSingleton<SharePointDownloads>();
        services.AddSingleton<ISharePoint, SharePointLibrary>();
        return services;
    }

    private static void AddGraphConnection(this IServiceCollection services)
    {
        services.AddOptions<GraphOptions>().BindConfiguration(GraphOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(Credential);
        services.TryAddSingleton<GraphConnection>();
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
