using System.Text;

namespace Bot.Knowledge.Documents;

/// <summary>Takes out what a font or a typesetter put between the letters.</summary>
internal static class CleanText
{
    public const char Bullet = '\u2022';
    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];
    private const char SoftHyphen = '\u00AD', Replacement = '\uFFFD';

    /// <summary>One line: white space runs are one space.</summary>
    public static string Line(string text, Findings findings) => Collapsed(Characters(text, findings));

    /// <summary>Line breaks stay.</summary>
    public static string Characters(string text, Findings findings)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case '\n' or '\f' or '\t': clean.Append(c); break;
                case '\r' or SoftHyphen or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF': break;
                case '\u00A0' or '\u202F' or '\u2007' or '\u3000': clean.Append(' '); break;
                case '\u2028' or '\u2029': clean.Append('\n'); break;
                case >= '\uFB00' and <= '\uFB06': clean.Append(Ligatures[c - '\uFB00']); break;
                case '\uF0B7' or '\uF0A7' or '\uF0D8' or '\uF0FC': clean.Append(Bullet); break;
                case Replacement: Unreadable(findings); break;
                case >= '\uE000' and <= '\uF8FF': findings.Drop("symbols of a private font", "Their meaning is known to that font only."); break;
                default:
                    if (!char.IsControl(c)) clean.Append(c);
                    break;
            }
        }

        return clean.ToString();
    }

    public static string Collapsed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void Unreadable(Findings findings)
    {
        findings.Drop("letters that cannot be read", "The document does not say which letters its font draws.");
        findings.Warn("Some letters cannot be read, so words have gaps: compare the drafts with the document.");
    }
}
