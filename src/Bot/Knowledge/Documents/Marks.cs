using System.Text.RegularExpressions;

namespace Bot.Knowledge.Documents;

/// <summary>What stands before an item of a list, in text that has no lists of its own.</summary>
internal static partial class Marks
{
    /// <summary>Mark and text of a line that is an item; null where it is none. Every bullet becomes a hyphen.</summary>
    public static (string Mark, string Text)? Split(string line)
    {
        var bullet = Bullet().Match(line);
        if (bullet.Success) return ("-", bullet.Groups[1].Value.Trim());
        var number = Number().Match(line);
        return number.Success ? (number.Groups[1].Value, number.Groups[2].Value.Trim()) : null;
    }

    /// <summary>"4.2 Sick leave" without its number.</summary>
    public static string WithoutNumber(string heading) => HeadingNumber().Replace(heading, "") is { Length: > 0 } rest ? rest : heading;

    public static bool HasHeadingNumber(string text) => HeadingNumber().IsMatch(text);

    [GeneratedRegex(@"^\s*(?:[\u2022\u2023\u25A0-\u25A1\u25AA\u25AB\u25B6\u25BA\u25CF\u25CB\u25E6\u2043\u2219\u27A2\u2713\u2714\u2610\u2611\u2612\u00B7]\s*|[-*\u2013\u2014o]\s+)(\S.*)$")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^\s*(\d{1,3}[.)]|\(\d{1,3}\)|[a-z][.)]|[A-Z]\)|\([a-z]\)|[ivx]{2,5}[.)]|\([ivx]{2,5}\))\s+(\S.*)$")]
    private static partial Regex Number();

    // A bare number stays: "10 Year Health Plan" is a name.
    [GeneratedRegex(@"^\s*(?:(?:[Ss]ection|[Pp]art|[Cc]hapter|[Aa]nnex|[Aa]ppendix)\s+[A-Z\d][\d.]*|\d{1,3}(?:\.\d{1,3})+[.)]?|\d{1,3}[.)]|[A-Z]\d{0,2}[.)])(?:\s*[:\u2013-])?\s+(?=\S)")]
    private static partial Regex HeadingNumber();
}
