using System.Text.RegularExpressions;

namespace Bot.Features.Governors.Recording;

/// <summary>A sentence about what was noted.</summary>
internal abstract partial record RecordSentence
{
    /// <summary>"What did we hear last time about finance?"</summary>
    /// <param name="Topic">Empty: about everything.</param>
    public sealed record Heard(string Topic) : RecordSentence;

    /// <summary>"What is still open?"</summary>
    public sealed record StillOpen : RecordSentence;

    /// <summary>"Share with my council".</summary>
    public sealed record Share : RecordSentence;

    /// <summary>"Record the answer to question 3".</summary>
    /// <param name="Question">Null: the one that was last looked at.</param>
    public sealed record Note(int? Question) : RecordSentence;

    public static RecordSentence? Of(string text)
    {
        if (text.Length > 200) return null;
        text = text.Replace('’', '\'').Trim(' ', '.', '!', '?', '\n');
        if (HeardLast().Match(text) is { Success: true } heard) return new Heard(heard.Groups["topic"].Value);
        if (Open().IsMatch(text)) return new StillOpen();
        if (Sharing().IsMatch(text)) return new Share();
        return Noting().Match(text) is { Success: true } note ? new Note(note.Groups["n"] is { Success: true } n ? n.Value[0] - '0' : null) : null;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string About = @"(\s+(about|on|regarding|for|to)\s+(the\s+|our\s+)?(?<topic>.{2,60}?))?";

    [GeneratedRegex(@"^(and\s+|so\s+)?what\s+(did|have|had)\s+(we|i|they)\s+(hear|heard|note|noted|record|recorded|get\s+told|been\s+told|told|learn|learned|write|written|say|said)(\s+(down|back))?(\s+(last\s+time|last|before|at\s+the\s+last\s+meeting|so\s+far))?" + About + @"(\s+(last\s+time|at\s+the\s+last\s+meeting|so\s+far|before))?$|^(show|read)(\s+me)?\s+(my|our)\s+(notes?|records?)" + About + @"$|^what\s+(was|were)\s+(the|our|my)\s+(last\s+)?(answers?|notes?)(\s+last\s+time)?" + About + @"(\s+last\s+time)?$", Options)]
    private static partial Regex HeardLast();

    [GeneratedRegex(@"^(and\s+|so\s+)?((what|which)(\s+questions?)?('s|\s+is|\s+are|\s+remains?)\s+(still\s+)?(open|outstanding|unanswered|left|to\s+do)(\s+(for|with)\s+(me|us|my\s+trust|our\s+trust))?|(show|list)(\s+me)?\s+(my|our|the)\s+(open\s+questions|follow[- ]?ups)|what\s+(follow[- ]?ups)\s+(do|are)\s+.{0,30})$", Options)]
    private static partial Regex Open();

    [GeneratedRegex(@"^((please|can|could|you|i|want|would|like|to)\s+)*share\s+(it|this|these|them|my\s+(notes?|records?|progress|answers)|our\s+(notes?|records?))?\s*(with\s+((my|our|the)\s+)?(council(\s+of\s+governors)?|(fellow|other)\s+governors|governors|group|channel|everyone\s+here))?(\s+here)?$", Options)]
    private static partial Regex Sharing();

    [GeneratedRegex(@"^((please|can|could|you|i|want|would|like|to|let|me|help)\s+)*(record|note(\s+down)?|write\s+down|log|enter)\s+((the|an|my|our|this)\s+)?(answer|reply|response|note)(\s+(we|i)\s+(got|received|had|heard))?(\s+(to|for|on)\s+(question\s+|q\s*)?(?<n>[1-8]))?$", Options)]
    private static partial Regex Noting();
}
