using System.Net;
using Bot.Tests.Fakes;
using Bot.Tests.Support;
using Bot.Tests.Whole;

namespace Bot.Tests.Telemetry;

/// <summary>The service as a process, a collector, and real turns.</summary>
public sealed class SendingToACollector
{
    private const string Question = "What is an ICS, asks Wilhelmina?";

    private static readonly string[] Stages = ["proven", "understood", "ranked", "card", "stored", "sent"];

    private static readonly string[] Figures =
    [
        "icsguide.turns", "icsguide.turn.duration", "icsguide.stage.duration", "icsguide.engine.duration", "icsguide.answers", "icsguide.refusals",
        "icsguide.deliveries.duplicate", "icsguide.connector.calls", "icsguide.connector.retries", "icsguide.outbox.depth", "icsguide.release.number",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ATurn_IsASpanWithItsStages_AndIsCounted()
    {
        await using var collector = await Collector.StartAsync();
        await TurnAsync(collector, retries: true);

        await collector.WaitAsync(c => c.Spans.Any(IsMessage) && Figures.All(c.Figures.Contains) && c.Events.Contains("1300"), Ct);
        // The second delivery is a turn too, but reaches no feature.
        var turn = collector.Spans.First(span => IsMessage(span) && span.Attributes.ContainsKey("feature"));
        Assert.Equal(("Questions", "done"), (turn.Attributes["feature"], turn.Attributes["outcome"]));
        var children = collector.Spans.Where(span => span.Trace == turn.Trace && span.Parent == turn.Id).Select(span => span.Name).ToHashSet();
        Assert.Empty(Stages.Except(children));
        Assert.All(collector.ContentTypes, type => Assert.Equal("application/x-protobuf", type));
        Assert.False(collector.Holds("Wilhelmina"));
    }

    [Fact]
    public async Task WhatWasWritten_IsSentOnlyWhereThatIsSwitchedOn()
    {
        await using var collector = await Collector.StartAsync();
        await TurnAsync(collector, retries: false, ("Bot__Telemetry__WithText", "true"));

        await collector.WaitAsync(c => c.Spans.Any(IsMessage), Ct);
        Assert.Equal(Question, collector.Spans.First(IsMessage).Attributes["text"]);
    }

    [Fact]
    public async Task TheStandardVariables_DoAsWell()
    {
        await using var collector = await Collector.StartAsync();
        await TurnAsync(
            collector, retries: false, ("Bot__Telemetry__Endpoint", ""), ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));

        await collector.WaitAsync(c => c.Spans.Any(IsMessage), Ct);
    }

    private static bool IsMessage(Collector.Span span) => span is { Name: "turn" } && span.Attributes["kind"] == "message";

    /// <summary>One question, delivered twice, and a request that is refused.</summary>
    private static async Task TurnAsync(Collector collector, bool retries, params (string Name, string Value)[] settings)
    {
        using var folder = new TemporaryFolder();
        await using var connector = await RecordingConnector.StartAsync();
        await using var guide = await GuideProcess.StartAsync($"Data Source={Path.Combine(folder.Path, "guide.db")}", [
            ("Bot__Telemetry__Endpoint", collector.Address), ("OTEL_METRIC_EXPORT_INTERVAL", "500"), ("OTEL_BSP_SCHEDULE_DELAY", "200"), ("OTEL_BLRP_SCHEDULE_DELAY", "200"),
            // On a busy machine "typing" would be sent first, and meet the answer that is meant for the message.
            ("Bot__Activities__TypingAfterSeconds", "60"), .. settings]);
        if (retries) connector.Next(502);
        var asked = Person.New().Says(Question);
        asked["serviceUrl"] = connector.ServiceUrl.AbsoluteUri;
        for (var i = 0; i < 2; i++)
        {
            using var taken = await guide.PostAsync(asked);
            Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
            await connector.WaitAsync(retries ? 2 : 1, Ct);
        }

        using var refused = await guide.Client.GetAsync("/api/messages", Ct);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.StatusCode);
        await collector.WaitAsync(c => c.Spans.Count(IsMessage) >= 2 && (!retries || Figures.All(c.Figures.Contains)), Ct);
    }
}
