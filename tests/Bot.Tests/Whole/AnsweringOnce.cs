using System.Net;
using System.Text.Json.Nodes;
using Bot.Storage;
using Bot.Tests.Fakes;
using Bot.Tests.Storage;
using Bot.Tests.Support;

namespace Bot.Tests.Whole;

/// <summary>Two processes of the service on one PostgreSQL database.</summary>
public sealed class AnsweringOnce
{
    private static readonly string[] Questions = ["What is an ICS?", "Which footprint is Barnsley in?", "Who decides in an STP?", "What is an integrated care board?"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheSameMessage_FiveTimesAtOnce_ToTwoProcesses_IsAnsweredOnce()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Postgres);
        await using var connector = await RecordingConnector.StartAsync();
        await using var one = await GuideProcess.StartAsync(database.ConnectionString);
        await using var two = await GuideProcess.StartAsync(database.ConnectionString);
        var people = Enumerable.Range(0, 25).Select(_ => Person.New()).ToArray();

        await Task.WhenAll(people.Select((person, i) => AtOnceAsync(person.Says(Questions[i % Questions.Length], connector.ServiceUrl))));
        await UntilAsync(() => people.All(person => Sent(person).Count > 0));

        // A second question of each, behind which any second answer to the first would have come.
        await Task.WhenAll(people.Select(person => AtOnceAsync(person.Says("What is an STP?", connector.ServiceUrl))));
        await UntilAsync(() => people.All(person => Sent(person).Count > 1));
        await Task.Delay(500, Ct);

        Assert.All(people, person => Assert.Equal(2, Sent(person).Count));

        // Whichever process has the press again, the answer below the card comes once.
        var card = GuideOnKestrel.CardOf(Sent(people[0])[^1].Json);
        var button = CardReading.Buttons(card).First(b => b.GetProperty("data").TryGetProperty("article", out _));
        Assert.All(await AtOnceAsync(people[0].Presses(button, connector.ServiceUrl)), status => Assert.Equal(HttpStatusCode.OK, status));
        await UntilAsync(() => Sent(people[0]).Count > 2);
        await Task.Delay(500, Ct);
        Assert.Equal(3, Sent(people[0]).Count);

        IReadOnlyList<ConnectorCall> Sent(Person person) =>
            [.. connector.Messages.Where(call => call.Target.Contains(person.ConversationId, StringComparison.Ordinal))];

        Task<HttpStatusCode[]> AtOnceAsync(JsonObject activity) => Task.WhenAll(Enumerable.Range(0, 5).Select(async i =>
        {
            using var response = await (i % 2 == 0 ? one : two).PostAsync(activity);
            return response.StatusCode;
        }));
    }

    private static async Task UntilAsync(Func<bool> reached)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (!reached()) await Task.Delay(20, limit.Token);
    }
}
