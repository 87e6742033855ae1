using Bot.Activities;
using Bot.Telemetry;

namespace Bot.Tests.Telemetry;

public sealed class CostingNothingWhenOff
{
    [Fact]
    public void WhereNobodyListens_NothingIsAllocated()
    {
        Turn();
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 1_000; i++) Turn();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Turn()
    {
        Assert.Null(TurnTelemetry.Begin("message"));
        using (Stages.Begin(Stages.Proven))
            Meters.ConnectorCalls.Add(Tags.Outcome, DeliveryOutcome.Delivered);
        Meters.Refusals.Add(Tags.Status, 401, Tags.Code, "Unauthorized");
        Meters.ConnectorRetries.Add(1);
        if (TurnTelemetry.Current is { } turn) turn.Outcome = TurnTelemetry.Late;
    }
}
