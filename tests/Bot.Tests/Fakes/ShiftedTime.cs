namespace Bot.Tests.Fakes;

/// <summary>The machine's clock, so much later.</summary>
public sealed class ShiftedTime(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
}
