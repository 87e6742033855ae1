using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Knowledge.Documents.Html;

/// <summary>Letters of a web page: a mark at the start, then what the page says of itself, then what its bytes look like.</summary>
internal static partial class HtmlCharset
{
    private const int Head = 4096;

    public static string Decode(byte[] bytes, Findings findings)
    {
        var said = Charset().Match(Encoding.Latin1.GetString(bytes, 0, Math.Min(Head, bytes.Length))).Groups[1].Value.ToLowerInvariant();
        if (said is "windows-1252" or "iso-8859-1" or "latin1" or "us-ascii" or "ascii" or "cp1252") return TextBytes.Windows1252(bytes);
        var warnings = new List<string>();
        var text = TextBytes.Decode(bytes, warnings);
        if (said.Length > 0 && said is not ("utf-8" or "utf8" or "utf-16")) warnings.Add($"The page says that its letters are in {said}, which is not known here: look at letters with accents.");
        findings.Warn(warnings);
        return text;
    }

    [GeneratedRegex("<meta[^>]+charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
