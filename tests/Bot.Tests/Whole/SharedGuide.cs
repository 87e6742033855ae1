namespace Bot.Tests.Whole;

/// <summary>The one service for tests that change nothing that another test looks at; started by the first that needs it.</summary>
public sealed class SharedGuide : IAsyncDisposable
{
    private static readonly Lazy<Task<GuideOnKestrel>> Started = new(() => GuideOnKestrel.StartAsync());

    internal static Task<GuideOnKestrel> Instance => Started.Value;

    public async ValueTask DisposeAsync()
    {
        if (Started.IsValueCreated)
            await (await Started.Value).DisposeAsync();
    }
}
