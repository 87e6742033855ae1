using System.Text.RegularExpressions;

namespace Bot.Features.Governors.Walking;

/// <summary>A sentence that steers the walk through the eight questions.</summary>
internal abstract partial record WalkSentence
{
    /// <summary>"Help me prepare for the council meeting": from where the person left off.</summary>
    public sealed record Start : WalkSentence;

    /// <summary>"Our meeting is on 12 January".</summary>
    public sealed record MeetingOn : WalkSentence;

    /// <summary>"My term ends on 30 September 2027".</summary>
    public sealed record TermEnds : WalkSentence;

    /// <summary>"Stop", "I'll carry on tomorrow".</summary>
    public sealed record Leave : WalkSentence;

    /// <summary>"Next", "back", "skip": only understood on the way.</summary>
    /// <param name="By">How far; 0 shows all eight.</param>
    /// <param name="IsSkipped">The question in front was passed over.</param>
    public sealed record Step(int By, bool IsSkipped = false) : WalkSentence;

    /// <summary>"5": only understood on the way.</summary>
    public sealed record Pick(int Question) : WalkSentence;

    /// <returns>Null for everything else, which is most of what is said.</returns>
    public static WalkSentence? Of(string text)
    {
        if (text.Length > 200) return null;
        text = text.Replace('’', '\'').Trim(' ', '.', '!', '?', '\n');
        if (TakeMeThrough().IsMatch(text) || PrepareMe().IsMatch(text) || GoOn().IsMatch(text)) return new Start();
        if (Meeting().IsMatch(text)) return new MeetingOn();
        if (Term().IsMatch(text)) return new TermEnds();
        if (Stop().IsMatch(text)) return new Leave();
        if (Forth().IsMatch(text)) return new Step(1);
        if (Skip().IsMatch(text)) return new Step(1, true);
        if (Back().IsMatch(text)) return new Step(-1);
        if (AllOfThem().IsMatch(text)) return new Step(0);
        return OneOfThem().Match(text) is { Success: true } one ? new Pick(one.Groups["n"].Value[0] - '0') : null;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Polite = @"^((hello|hi|please|can|could|would|will|you|i|we|i'd|we'd|want|would|like|need|to|now|ok|okay|let's|lets|let|us|me|just)\s+)*";
    private const string Eight = @"((all|the|those|these|of|governors?'?s?|council|my|our)\s+)*(eight|8)\s+((governors?'?s?|council)\s+)?questions?";

    [GeneratedRegex(Polite + @"((take|walk|lead|guide|talk|run|bring)\s+(me|us)\s+through|(go|work|walk|run|step)\s+through|start(\s+with|\s+on)?|begin(\s+with)?|do)\s+" + Eight + @"(\s+(for|about|with|of)\s+(my|our|the)\s+(trust|council))?(\s+(with me|please|one by one|again|now))*$", Options)]
    private static partial Regex TakeMeThrough();

    [GeneratedRegex(Polite + @"(help\s+(me|us)\s+(to\s+)?(prepare|get\s+ready)|prepare(\s+(me|us))?|get\s+(me|us)\s+ready|start\s+preparing|start\s+(my|the)\s+preparation)\s+(for|of)\s+((the|my|our|a|next|coming|this|week's|month's)\s+)*(council(\s+of\s+governors'?)?|governors'?|cog)(\s+meeting)?(\s+(on|of|in)\s+.{3,40}|\s+(tomorrow|next\s+\w+|please))?$", Options)]
    private static partial Regex PrepareMe();

    [GeneratedRegex(Polite + @"((resume|continue|carry\s+on|go\s+on|pick\s+up)(\s+with|\s+from)?\s+((the|my|our)\s+)*((eight|8)\s+questions|walk|preparation|preparing|where\s+(i|we)\s+(left|stopped)(\s+off)?)|where\s+(was\s+i|were\s+we)(\s+(in|with)\s+(the\s+)?((eight|8)\s+)?questions)?|(show\s+)?(me\s+)?(my|our)\s+progress(\s+(in|with|on)\s+the\s+((eight|8)\s+)?questions)?)$", Options)]
    private static partial Regex GoOn();

    [GeneratedRegex(@"^(and\s+|so\s+)?(my|our|the)\s+((next|coming|council|governors'?|cog|of)\s+)*meeting\s*(is|=|:|will\s+be|takes\s+place)\s+(on\s+)?.{3,40}$", Options)]
    private static partial Regex Meeting();

    [GeneratedRegex(@"^(my|our)\s+term(\s+(as\s+(a\s+)?governor|of\s+office))?\s+(ends|finishes|is\s+up|runs\s+out|expires)\s+(on\s+)?.{3,40}$", Options)]
    private static partial Regex Term();

    [GeneratedRegex(@"^(leave|pause|stop|quit|exit|end|finish)(\s+(the\s+)?(walk|questions|preparation|for\s+(now|today)|here|there))*$|^(i'll|i\s+will|let's)\s+(carry\s+on|continue|go\s+on)\s+(later|tomorrow|another\s+time)$", Options)]
    private static partial Regex Stop();

    [GeneratedRegex(@"^((the|go\s+to|show|on\s+to)\s+)*next(\s+(one|question|please))*$", Options)]
    private static partial Regex Forth();

    [GeneratedRegex(@"^skip(\s+(it|this|that|one|question|for\s+now|please))*$", Options)]
    private static partial Regex Skip();

    [GeneratedRegex(@"^((the|go|show)\s+)*(back|previous)(\s+(one|question|please))*$", Options)]
    private static partial Regex Back();

    [GeneratedRegex(@"^((show|back|go|to|me)\s+)*(all|all\s+of\s+them|the\s+list|all\s+(eight|8)(\s+questions)?|overview|progress)$", Options)]
    private static partial Regex AllOfThem();

    [GeneratedRegex(@"^(pick|take|choose|number|no|go\s+to|show)?\s*(?<n>[1-8])$", Options)]
    private static partial Regex OneOfThem();
}
