using Bot.Tests.Fakes;
using Bot.Tests.Whole;

namespace Bot.Tests.Features.Governors;

/// <summary>One service for these tests, on Sunday 22 November 2026.</summary>
public sealed class GovernedGuide : IAsyncLifetime
{
    public FakeTime Time { get; } = new();

    public GuideOnKestrel Guide { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Guide = await GuideOnKestrel.StartAsync(new() { Time = Time });

    public ValueTask DisposeAsync() => Guide.DisposeAsync();

    public Governor New() => new(Guide, Person.New());

    /// <summary>Somebody who has chosen a trust.</summary>
    public async Task<Governor> OfAsync(string trust)
    {
        var governor = New();
        await governor.HearsAsync($"my trust is {trust}");
        return governor;
    }
}
