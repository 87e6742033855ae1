using Bot.Activities;
using Bot.Tests.Activities.Callers;
using Bot.Tests.Fakes;

namespace Bot.Tests.Activities;

public sealed class KeepingRates
{
    private static readonly (int Most, TimeSpan Window)[] Messages =
        [(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1_800, TimeSpan.FromHours(1))];

    private static readonly DateTimeOffset Start = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public void FarBelowTheLimits_NothingWaits()
    {
        var windows = new SlidingWindows(Messages);

        for (var i = 0; i < 1_799; i++)
            Assert.Equal(TimeSpan.Zero, windows.Take(Start.AddSeconds(2.1 * i), TimeSpan.Zero));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void WhateverComes_NoWindowHoldsMoreThanItMay(int seed)
    {
        var dice = new Random(seed);
        var windows = new SlidingWindows(Messages);
        var (now, taken) = (Start, new List<DateTimeOffset>());
        for (var i = 0; i < 4_000; i++)
        {
            // Bursts, trickles and pauses.
            now = now.AddSeconds(dice.Next(10) switch { < 6 => 0, < 9 => dice.NextDouble(), _ => dice.NextDouble() * 40 });
            if (windows.Take(now, TimeSpan.FromHours(2)) is var wait)
                taken.Add(now + wait);
        }

        foreach (var (most, window) in Messages)
            Assert.All(Enumerable.Range(most, taken.Count - most), i => Assert.True(taken[i] - taken[i - most] >= window));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void ReplicasThatShareALimit_KeepItTogether(int replicas)
    {
        var dice = new Random(replicas);
        var each = Enumerable.Range(0, replicas).Select(_ => new SlidingWindows(Messages)).ToArray();
        var (now, taken) = (Start, new List<DateTimeOffset>());
        for (var i = 0; i < 4_000; i++)
        {
            now = now.AddSeconds(dice.NextDouble() / 2);
            if (each[dice.Next(replicas)].Take(now, TimeSpan.FromSeconds(15), replicas) is { TotalSeconds: <= 15 } wait)
                taken.Add(now + wait);
        }

        taken.Sort();
        foreach (var (most, window) in Messages)
            Assert.All(Enumerable.Range(most, taken.Count - most), i => Assert.True(taken[i] - taken[i - most] >= window));
    }

    [Fact]
    public void WhatWouldWaitTooLong_TakesNoPlace()
    {
        var windows = new SlidingWindows([(1, TimeSpan.FromMinutes(1))]);

        Assert.Equal(TimeSpan.Zero, windows.Take(Start, TimeSpan.FromSeconds(15)));
        for (var i = 0; i < 5; i++)
            Assert.Equal(TimeSpan.FromMinutes(1), windows.Take(Start, TimeSpan.FromSeconds(15)));
        Assert.Equal(TimeSpan.Zero, windows.Take(Start.AddMinutes(1), TimeSpan.FromSeconds(15)));
    }

    [Fact]
    public async Task TheEighthMessageOfASecond_WaitsForItsTime_AndHoldsUpNobodyElse()
    {
        await using var guarded = await GuardedBot.StartAsync();
        for (var i = 0; i < 7; i++)
            Assert.True((await SendAsync(guarded, "a:busy")).IsDelivered);

        var eighth = SendAsync(guarded, "a:busy").AsTask();
        Assert.True((await SendAsync(guarded, "a:other")).IsDelivered);
        Assert.False(eighth.IsCompleted);
        Assert.Equal(8, guarded.Teams.Calls.Count);

        guarded.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await eighth).IsDelivered);
        var ninth = SendAsync(guarded, "a:busy").AsTask();
        guarded.Time.Advance(TimeSpan.FromSeconds(0.9));
        Assert.False(ninth.IsCompleted);
        guarded.Time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True((await ninth).IsDelivered);
    }

    [Fact]
    public async Task TheThirtyFirstCallOfASecond_Waits_WhateverItsConversation()
    {
        await using var guarded = await GuardedBot.StartAsync();
        for (var i = 0; i < 30; i++)
            Assert.True((await SendAsync(guarded, $"a:{i}")).IsDelivered);

        var next = guarded.Client.MemberAsync(new Uri(FakeIdentity.ServiceUrl), "a:99", "29:a", Now).AsTask();
        var otherTenant = await guarded.Client.SendStoredAsync(new Uri("https://smba.trafficmanager.net/uk/other-tenant/"), "a:1", "{}"u8.ToArray(), Now);
        Assert.True(otherTenant.IsDelivered);
        Assert.False(next.IsCompleted);

        guarded.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(DeliveryOutcome.Delivered, (await next).Outcome);
    }

    [Fact]
    public async Task AWaitLongerThanATurn_IsHandedBackInstead()
    {
        await using var guarded = await GuardedBot.StartAsync(("Bot:Activities:LongestRetryAfterSeconds", "0.5"));
        for (var i = 0; i < 7; i++)
            await SendAsync(guarded, "a:busy");

        Assert.Equal(
            new DeliveryResult(DeliveryOutcome.Throttled, 0, Code: "OwnRateLimit", RetryAfter: TimeSpan.FromSeconds(1)), await SendAsync(guarded, "a:busy"));
        Assert.Equal(7, guarded.Teams.Calls.Count);
    }

    private static ValueTask<DeliveryResult> SendAsync(GuardedBot guarded, string conversation) =>
        guarded.Client.SendStoredAsync(new Uri(FakeIdentity.ServiceUrl), conversation, "{}"u8.ToArray(), Now);
}
