using Bot.Cards;

namespace Bot.Tests.Fakes;

public static class Some
{
    public static AdaptiveCard Card(string title) => new()
    {
        Body = [new TextBlock(title)],
        FallbackText = title,
        Summary = "Summary of " + title,
    };
}
