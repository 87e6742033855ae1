using System.Text.RegularExpressions;

namespace Bot.Features.Governors.Packing;

/// <summary>"Make my pack".</summary>
internal static partial class PackSentence
{
    public static bool Asks(string text) => text.Length <= 200 && Pattern().IsMatch(text.Trim(' ', '.', '!', '?', '\n'));

    [GeneratedRegex(
        @"^((please|can|could|you|i|we|want|would|like|need|to|let|me|us|now|have|i'd)\s+)*(make|build|create|prepare|produce|print|write|get|give|send|download|export)?\s*((me|us)\s+)?(my|our|the|a|an)?\s*(((governors?'?s?|council|meeting|briefing|word|printable|printed)\s+)*pack|pack\s+for\s+(the|my|our)\s+(council\s+)?meeting)(\s+(for|of)\s+((the|my|our|next|council|of|governors'?|meeting)\s*)+)?(\s+(as|in)\s+(a\s+)?(word|plain\s+text|text|document|word\s+document))?(\s+(please|now))*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
