using System.Net;
using Bot.Tests.Fakes;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Tests.Activities;

/// <summary>An invoke whose feature is late or broken gets words where its form has room for them, and never a server error.</summary>
public sealed class AnsweringEveryInvokeInTime
{
    private static readonly string[] Names =
        ["composeExtension/query", "composeExtension/fetchTask", "composeExtension/submitAction", "application/search", "message/submitAction", "message/fetchTask", "fileConsent/invoke"];

    private readonly ScriptedFeature _feature = new([.. Names.Select(RouteKey.Invoke)]);
    public static TheoryData<string, string> Forms => new()
    {
        { "composeExtension/query", """{"composeExtension":{"type":"message","text":"Sorry""" },
        { "composeExtension/submitAction", """{"task":{"type":"message","value":"Sorry""" },
        { "composeExtension/fetchTask", """{"task":{"type":"message","value":"Sorry""" },
        { "message/fetchTask", """{"task":{"type":"message","value":"Sorry""" },
        { "application/search", """{"statusCode":200,"type":"application/vnd.microsoft.search.searchResponse","value":{"results":[]}}""" },
        { "message/submitAction", "{}" },
        { "fileConsent/invoke", "{}" },
    };

    [Theory, MemberData(nameof(Forms))]
    public async Task PastItsDeadline_ItIsToldSoInItsOwnForm(string name, string form)
    {
        await using var bot = await StartAsync(("Bot:Activities:InvokeSeconds", "0.2"));
        _feature.OnTurn = async (_, _) =>
        {
            await Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken);
            return TurnResult.Nothing;
        };

        Assert.StartsWith(form, await InvokeAsync(bot, name), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Forms))]
    public async Task WithABug_ItIsToldSoInItsOwnForm(string name, string form)
    {
        await using var bot = await StartAsync();
        _feature.OnTurn = (_, _) => throw new NotSupportedException();

        Assert.StartsWith(form, await InvokeAsync(bot, name), StringComparison.Ordinal);
        Assert.Single(bot.Log.Of(1100));
    }

    private Task<BotOnKestrel> StartAsync(params (string Key, string Value)[] settings) =>
        BotOnKestrel.StartAsync(services => services.RemoveAll<IFeature>().AddSingleton<IFeature>(_feature), settings);

    private static async Task<string> InvokeAsync(BotOnKestrel bot, string name)
    {
        var activity = bot.Recorded("TeamsCardAction");
        activity["name"] = name;
        using var response = await bot.PostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
