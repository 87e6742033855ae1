using System.Text.RegularExpressions;

namespace Bot.Features.Privacy;

internal enum PrivacyWish
{
    None,
    Show,
    Delete,
}

/// <summary>"What do you hold about me?" and "delete what you hold about me".</summary>
internal static partial class PrivacySentence
{
    public static PrivacyWish Of(string text)
    {
        if (text.Length > 200) return PrivacyWish.None;
        text = text.Replace('’', '\'').Trim(' ', '.', '!', '?', '\n');
        if (Deleting().IsMatch(text)) return PrivacyWish.Delete;
        return Showing().IsMatch(text) ? PrivacyWish.Show : PrivacyWish.None;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Polite = @"^((please|can|could|would|you|i|want|would|like|need|to|now|i'd|hello|hi)\s+)*";
    private const string Held = @"(hold|held|have|got|know|store|stored|kept|save|saved|remember|remembered|collect|collected|recorded)";
    private const string Verb = @"(delete|erase|remove|forget|wipe|clear|destroy|get\s+rid\s+of)";

    [GeneratedRegex(@"^(and\s+|so\s+)?(what|which|show\s+me\s+what|tell\s+me\s+what|show\s+me|see)(\s+(data|information|personal\s+data|things|details))?\s+(do|have|did)?\s*(you|the\s+bot|this\s+bot|the\s+guide|is)\s+(have\s+)?" + Held + @"(\s+(data|information))?(\s+stored)?\s+(about|on|of|from)\s+me(\s+(personally|now|please))*$|^(show|give|send)(\s+me)?\s+(all\s+)?(my|the)\s+(personal\s+)?data(\s+(that\s+)?you\s+" + Held + @"(\s+(about|on)\s+me)?)?$", Options)]
    private static partial Regex Showing();

    [GeneratedRegex(Polite + Verb + @"\s+((everything|all|anything|whatever|what)(\s+(of\s+it|data|information|the\s+data|that))?(\s+(that\s+)?(you|the\s+bot|this\s+bot|the\s+guide)('ve|\s+have|\s+may\s+have)?\s+" + Held + @")?(\s+stored)?\s+(about|on|of|from)\s+me|(all\s+)?(of\s+)?my\s+(own\s+)?(personal\s+)?(data|information|details)|me|me\s+(completely|entirely)|all\s+my\s+(notes|records)\s+and\s+(data|everything(\s+else)?))(\s+(now|please|at\s+once))*$", Options)]
    private static partial Regex Deleting();
}
