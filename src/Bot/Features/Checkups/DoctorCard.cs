using System.Globalization;
using Bot.Cards;
using Bot.Checkups;

namespace Bot.Features.Checkups;

/// <summary>What the doctor found: what is wrong first, then what to know; what is well is folded. Settings stay on the command line.</summary>
internal static class DoctorCard
{
    private const string WellId = "well";
    private const string More = "On the command line, \"doctor\" shows each setting as well.";

    // Far more than a service can have wrong; a card has an end.
    private const int Most = 12;

    public static AdaptiveCard Of(Report report)
    {
        var verdict = Sentence(ReportText.Verdict(report));
        var at = string.Create(CultureInfo.InvariantCulture, $"Looked at on {report.At:d MMMM yyyy} at {report.At:HH:mm} UTC, version {report.Version}.");
        List<CardElement> body = [CardParts.Heading("Health of this guide"), new TextBlock(verdict), CardParts.Subtle(at)];
        body.AddRange(report.Faults.Take(Most).Select(finding => Block(finding, "What is wrong", ContainerStyle.Attention)));
        body.AddRange(report.Notes.Take(Most).Select(finding => Block(finding, "To know", ContainerStyle.Emphasis)));
        body.AddRange(Folded([.. report.Well.Take(Most)]));
        body.Add(CardParts.Subtle(More));
        return new AdaptiveCard { Body = body, FallbackText = Text(report, verdict), Summary = $"Health of this guide: {ReportText.Verdict(report)}", IsPersonal = true };
    }

    private static Container Block(Finding finding, string kind, ContainerStyle style)
    {
        List<CardElement> items = [CardParts.Subheading($"{kind}: {finding.About}"), new TextBlock(Plain(finding.Words))];
        if (finding.Mend is { } mend) items.Add(new TextBlock($"What to do: {Plain(mend)}"));
        return new Container(items) { Style = style, Spacing = Spacing.Medium };
    }

    private static IEnumerable<CardElement> Folded(Finding[] well)
    {
        if (well.Length == 0) yield break;
        yield return new ActionSet([new ToggleVisibilityAction("Show what is well", [new VisibilityTarget(WellId)])]) { Spacing = Spacing.Medium };
        yield return new Container([.. well.Select(finding => new TextBlock($"{finding.About}: {Plain(finding.Words)}") { Spacing = Spacing.Small })]) { Id = WellId, IsVisible = false };
    }

    // Backticks mark commands; a card would show them as they are.
    private static string Plain(string text) => CardParts.Plain(text.Replace('`', '"'));

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static string Text(Report report, string verdict) =>
        string.Join('\n', [verdict, .. report.Faults.Take(Most).Concat(report.Notes.Take(Most)).Select(finding => $"{finding.About}: {finding.Words} {finding.Mend}")]);
}
