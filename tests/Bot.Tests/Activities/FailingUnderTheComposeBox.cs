using System.Text.Json;
using Bot.Tests.Fakes;
using Bot.Turns;

namespace Bot.Tests.Activities;

/// <summary>When a turn fails or is late, somebody who writes a message reads words in the box they look at, not "Unable to reach app".</summary>
public sealed class FailingUnderTheComposeBox
{
    [Theory]
    [InlineData("composeExtension/query", "composeExtension", "text", true)]
    [InlineData("composeExtension/query", "composeExtension", "text", false)]
    [InlineData("composeExtension/fetchTask", "task", "value", true)]
    [InlineData("composeExtension/submitAction", "task", "value", false)]
    public async Task Words_StandWhereThePersonLooks(string name, string holder, string field, bool late)
    {
        await using var bot = await BotOnKestrel.StartAsync(("Bot:Activities:InvokeSeconds", late ? "0.2" : "14"));
        var never = new TaskCompletionSource<TurnResult>();
        bot.Feature.OnTurn = (_, _) => late ? new(never.Task) : throw new InvalidOperationException("boom");
        var invoke = bot.Recorded("TeamsCardAction");
        invoke["name"] = name;

        var answer = (await bot.PostForJsonAsync(invoke)).GetProperty(holder);

        Assert.Equal("message", answer.GetProperty("type").GetString());
        Assert.StartsWith("Sorry, ", answer.GetProperty(field).GetString(), StringComparison.Ordinal);
        never.TrySetResult(TurnResult.Nothing);
    }
}
