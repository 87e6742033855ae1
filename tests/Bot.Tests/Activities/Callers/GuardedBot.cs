using System.Text;
using System.Text.Json.Nodes;
using Bot.Activities;
using Bot.Activities.Callers;
using Bot.Activities.Tokens;
using Bot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Tests.Activities.Callers;

/// <summary>The bot as it stands in a tenant: it knows the channel only by its tokens. The clock is the test's.</summary>
public sealed class GuardedBot : IAsyncDisposable
{
    private static readonly string[] Hosts =
        ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", "smba.infra.gov.teams.microsoft.us", "teams.example", "localhost"];

    private GuardedBot(BotOnKestrel bot, FakeIdentity identity, RecordingConnector teams, FakeTime time) =>
        (Bot, Identity, Teams, Time) = (bot, identity, teams, time);

    public const string Secret = "a secret that no log may hold";

    public BotOnKestrel Bot { get; }

    public FakeIdentity Identity { get; }

    /// <summary>Stands behind every host that the settings list, and behind teams.example.</summary>
    public RecordingConnector Teams { get; }

    public FakeTime Time { get; }

    public ConversationClient Client => Bot.Conversations;

    public static async Task<GuardedBot> StartAsync(params (string Key, string Value)[] settings)
    {
        // Tokens of the library's making carry the true time.
        var time = new FakeTime(DateTimeOffset.UtcNow);
        var identity = await FakeIdentity.StartAsync(time);
        var teams = await RecordingConnector.StartAsync();
        var bot = await BotOnKestrel.StartAsync(
            services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
                foreach (var client in new[] { KeyFetch.Client, BotTokens.Client, ConnectorCalls.Client })
                    services.AddHttpClient(client).ConfigurePrimaryHttpMessageHandler(() => identity.Detour([.. Hosts.Select(host => (host, teams.ServiceUrl))]));
            },
            [
                ("Bot:Auth:Mode", ""),
                ("Bot:Auth:AppId", FakeIdentity.AppId.ToUpperInvariant()),
                ("Bot:Auth:TenantId", FakeIdentity.Tenant),
                ("Bot:Auth:ClientSecret", Secret),
                .. settings,
            ]);
        return new(bot, identity, teams, time);
    }

    /// <summary>A message whose reply comes in the response.</summary>
    public static JsonObject Message()
    {
        var activity = RecordedActivity.Load("TeamsPersonalMessage");
        activity["deliveryMode"] = "expectReplies";
        return activity;
    }

    public Task<int> PostAsync(FakeToken token, JsonObject? activity = null) => PostAsync(activity ?? Message(), "Bearer " + token.Encoded);

    public async Task<int> PostAsync(JsonObject activity, params string[] authorization)
    {
        using var response = await Bot.PostAsync(
            Encoding.UTF8.GetBytes(activity.ToJsonString()), [.. authorization.Select(value => ("Authorization", value))]);
        return (int)response.StatusCode;
    }

    /// <summary>The steps at which callers were refused so far, in order.</summary>
    public IReadOnlyList<string> Steps => [.. Bot.Log.Of(1004).Select(entry => entry.Text[(entry.Text.LastIndexOf(' ') + 1)..])];

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Identity.DisposeAsync();
        await Teams.DisposeAsync();
    }
}
