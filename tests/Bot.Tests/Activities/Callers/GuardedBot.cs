using System.Text;
using System.Text.Json.Nodes;
using Bot.Activities.Callers;
using Bot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Tests.Activities.Callers;

/// <summary>The bot as it stands in a tenant: it knows the channel only by its tokens. The clock is the test's.</summary>
public sealed class GuardedBot : IAsyncDisposable
{
    private GuardedBot(BotOnKestrel bot, FakeIdentity identity, FakeTime time) => (Bot, Identity, Time) = (bot, identity, time);

    public BotOnKestrel Bot { get; }

    public FakeIdentity Identity { get; }

    public FakeTime Time { get; }

    public static async Task<GuardedBot> StartAsync(params (string Key, string Value)[] settings)
    {
        var time = new FakeTime();
        var identity = await FakeIdentity.StartAsync(time);
        var bot = await BotOnKestrel.StartAsync(
            services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
                services.AddHttpClient(KeyFetch.Client).ConfigurePrimaryHttpMessageHandler(() => identity.Detour());
            },
            [
                ("Bot:Auth:Mode", ""),
                ("Bot:Auth:AppId", FakeIdentity.AppId.ToUpperInvariant()),
                ("Bot:Auth:TenantId", FakeIdentity.Tenant),
                .. settings,
            ]);
        return new(bot, identity, time);
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
    }
}
