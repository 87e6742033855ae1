using System.Text.RegularExpressions;

namespace Bot.Features.Gaps;

/// <summary>"Show the gap board", "what did people ask in vain?".</summary>
internal static partial class GapSentence
{
    public static bool Is(string text) => text.Length <= 120 && Words().IsMatch(text.Replace('\u2019', '\'').Trim(' ', '.', '!', '?', '\n'));

    [GeneratedRegex(
        @"^((please|can|could|you|i|me|us|want|would|like|to|see|open|show|list|kb|the|all)\s+)*(gap\s*board|gaps|(unanswered|open|missing)\s+questions|questions\s+(without|with\s+no)\s+(an\s+)?answers?)$|^what\s+(did|do|have)\s+people\s+ask(ed)?\s+(in\s+vain|without\s+(an\s+)?answer)$|^what\s+(can|could)\s+(you|the\s+guide)\s+not\s+answer$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Words();
}
