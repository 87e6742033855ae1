using System.Diagnostics;
using System.Globalization;
using System.Net;
using Bot.Tests.Whole;

namespace Bot.Tests.Knowledge.Releases;

/// <summary>One message with two questions, and what came of it.</summary>
/// <param name="Notice">Of both answers.</param>
/// <param name="Sent">A <see cref="Stopwatch"/> timestamp.</param>
/// <param name="Took">Until the second answer was there.</param>
internal sealed record NoticedTurn(int Notice, long Sent, TimeSpan Took);

/// <summary>People who each ask two questions in one message, so many a second whether they are answered or not.</summary>
internal sealed class NoticedTurns(GuideProcess guide, NoticeConnector connector)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async Task<IReadOnlyList<NoticedTurn>> AskAsync(int perSecond, TimeSpan during)
    {
        var turns = new List<Task<NoticedTurn>>();
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < perSecond * during.TotalSeconds; i++)
        {
            while (Stopwatch.GetElapsedTime(started).TotalSeconds * perSecond < i) await Task.Delay(1, Ct);
            turns.Add(Task.Run(TurnAsync, Ct));
        }

        return await Task.WhenAll(turns);
    }

    /// <summary>How long 99 of 100 turns take at most.</summary>
    public static TimeSpan Slowest(IReadOnlyList<NoticedTurn> turns) => turns.Select(turn => turn.Took).Order().ElementAt(turns.Count * 99 / 100);

    public static string Words(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.0} ms");

    private async Task<NoticedTurn> TurnAsync()
    {
        var person = Person.New();
        var message = person.Says("Where is the bicycle shed? Where is the water mill?", connector.ServiceUrl);
        var sent = Stopwatch.GetTimestamp();
        using (var response = await guide.PostAsync(message)) Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Noticed? came;
        while ((came = connector.Of(person.ConversationId)) is not { Cards: >= 2 })
        {
            Assert.True(Stopwatch.GetElapsedTime(sent) < Patience, $"A turn got {came?.Cards ?? 0} of 2 answers.");
            await Task.Delay(5, Ct);
        }

        Assert.Equal(2, came.Cards);
        return new NoticedTurn(Assert.Single(came.Notices), sent, Stopwatch.GetElapsedTime(sent, came.At));
    }
}
