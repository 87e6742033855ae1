using System.Text.RegularExpressions;
using Answers;
using Bot.Features.Questions;

namespace Bot.Commands;

/// <summary>Scores one answer as eval/README.md defines it.</summary>
internal static partial class EvalScore
{
    public const int MostCharacters = 2_500;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <returns>Null when the line passes, else why not.</returns>
    public static string? Fault(EvalLine line, Outcome outcome, string text)
    {
        var refused = IsRefusal(text);
        if (line.Expect.Refuse) return refused ? null : $"not refused ({Named(outcome)})";
        if (outcome is NoAnswer) return $"refused ({Named(outcome)})";
        if (outcome is Unsure && text.Contains(ChoiceCard.Marker, StringComparison.Ordinal)) return $"offered choices ({Named(outcome)})";
        if (text.Length > MostCharacters) return $"{text.Length} characters";
        if (line.Expect.All?.FirstOrDefault(p => !Regex.IsMatch(text, p, Options)) is { } missing) return $"/{missing}/ not in {Named(outcome)}";
        if (line.Expect.Any is { Count: > 0 } any && !any.Any(p => Regex.IsMatch(text, p, Options))) return $"none of the alternatives in {Named(outcome)}";
        return line.Expect.None?.FirstOrDefault(p => Regex.IsMatch(text, p, Options)) is { } unwanted ? $"/{unwanted}/ in {Named(outcome)}" : null;
    }

    public static bool IsRefusal(string text) => NotCovered().IsMatch(text) && WayToAPerson().IsMatch(text);

    private static string Named(Outcome outcome) => outcome switch
    {
        Answered a => a.EntryId,
        Unsure u => string.Join(", ", u.EntryIds),
        _ => "nearest " + (outcome.Reasons.Nearest.Count > 0 ? outcome.Reasons.Nearest[0].EntryId : "none"),
    };

    [GeneratedRegex(@"not covered|does not cover|do not know|cannot help", RegexOptions.IgnoreCase)]
    private static partial Regex NotCovered();

    [GeneratedRegex(@"\b(ask|contact|speak to|call)\b", RegexOptions.IgnoreCase)]
    private static partial Regex WayToAPerson();
}
