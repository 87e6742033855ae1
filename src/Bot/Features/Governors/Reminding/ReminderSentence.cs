using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Features.Governors.Reminding;

/// <summary>A sentence about reminders.</summary>
internal abstract partial record ReminderSentence
{
    /// <summary>"Remind me a week before 12 January".</summary>
    /// <param name="DaysBefore">0: on the day.</param>
    /// <param name="When">The words that name the day; "the meeting" for the one that is prepared.</param>
    public sealed record Add(int DaysBefore, string When) : ReminderSentence;

    public sealed record List : ReminderSentence;

    /// <summary>"Cancel my reminder for 12 January".</summary>
    /// <param name="IsAll">"All my reminders".</param>
    public sealed record Cancel(string When, bool IsAll) : ReminderSentence;

    public static ReminderSentence? Of(string text)
    {
        if (text.Length > 200) return null;
        text = text.Replace('’', '\'').Trim(' ', '.', '!', '?', '\n');
        if (Cancelling().Match(text) is { Success: true } cancel) return new Cancel(cancel.Groups["when"].Value, cancel.Groups["all"].Success);
        if (Listing().IsMatch(text)) return new List();
        if (Adding().Match(text) is not { Success: true } add) return null;
        return new Add(add.Groups["unit"] is { Success: true } unit ? Days(add.Groups["n"].Value, unit.Value) : 0, add.Groups["when"].Value);
    }

    private static int Days(string number, string unit)
    {
        var count = number.ToLowerInvariant() switch
        {
            "two" => 2,
            "three" => 3,
            "four" => 4,
            "five" => 5,
            "six" => 6,
            "ten" => 10,
            "fourteen" => 14,
            _ => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits : 1,
        };
        return Math.Min(count, 1_000) * (char.ToLowerInvariant(unit[0]) switch { 'w' => 7, 'f' => 14, 'm' => 30, _ => 1 });
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^((please|can|could|would|you|will|i|want|like|to|be|set|up|a|reminder|i'd)\s+)*(remind(ed)?\s*(me|us)?|reminder)\s+(about\s+(the|my|our)\s+(council\s+)?meeting\s+)?(((?<n>a|an|one|the|two|three|four|five|six|ten|fourteen|\d{1,3})\s+)?(?<unit>days?|weeks?|fortnight|months?)\s+before|before|on|for)\s+(?<when>.{2,60})$", Options)]
    private static partial Regex Adding();

    [GeneratedRegex(@"^((please|can|could|you|show|list|see|tell|me|what|which|are|do|i|have|any|is|there|got)\s+)*(my|our|the|any)?\s*(open\s+)?reminders?(\s+(do\s+i\s+have|have\s+i\s+(got|set)|are\s+(there|set)|did\s+i\s+set|i\s+have|is\s+set))?$", Options)]
    private static partial Regex Listing();

    [GeneratedRegex(@"^((please|can|could|you|i|want|to)\s+)*(cancel|delete|remove|stop|drop|clear)\s+((?<all>all)\s+(of\s+)?)?((the|my|our|this|that|these)\s+)?reminder(s)?(\s+(for|on|of|about|before)\s+(?<when>.{2,60}))?$|^((please|can|you)\s+)*(don't|do\s+not|stop)\s+remind(ing)?\s+me(\s+(on|about|of)\s+(?<when>.{2,60}))?$", Options)]
    private static partial Regex Cancelling();
}
