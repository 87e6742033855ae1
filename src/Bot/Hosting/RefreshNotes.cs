using Bot.Cards;
using Bot.Features.Editing;
using Bot.Knowledge.Sources;
using Bot.Roles;

namespace Bot.Hosting;

/// <summary>What a refresh found, as a card that every administrator gets in their own chat.</summary>
internal static class RefreshNotes
{
    public static IServiceCollection AddRefreshNotes(this IServiceCollection services)
    {
        services.AddSingleton<TellAdmins>(provider => (finding, ct) => provider.GetRequiredService<AdminNotes>().TellAsync(finding.Key, Card(finding), ct));
        return services.AddHostedService<RefreshClock>();
    }

    public static AdaptiveCard Card(AdminFinding finding)
    {
        var lines = finding.Lines.Select(CardParts.Plain).ToArray();
        return new AdaptiveCard
        {
            Body =
            [
                CardParts.Heading(finding.Heading),
                new TextBlock(string.Join('\n', lines.Select(line => $"- {line}"))),
                new TextBlock(finding.Next),
                new ActionSet([EditingButtons.Diff, EditingButtons.Status]),
            ],
            FallbackText = $"{finding.Heading}\n{string.Join('\n', finding.Lines.Select(line => $"- {line}"))}\n{finding.Next}",
            Summary = finding.Heading,
        };
    }
}
