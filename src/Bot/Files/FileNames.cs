using System.Text;

namespace Bot.Files;

/// <summary>File names that every system takes and that cannot lead into another folder.</summary>
public static class FileNames
{
    private const int Most = 120;

    // OneDrive refuses these, Windows too.
    private const string Refused = "\"*:<>?/\\|#%";

    public static string Safe(string name)
    {
        var safe = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            var isBad = Rune.IsControl(rune) || rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.Format
                || (rune.IsAscii && Refused.Contains((char)rune.Value, StringComparison.Ordinal));
            safe.Append(isBad ? "-" : rune.ToString());
        }

        var trimmed = safe.ToString().Trim(' ', '.', '~', '-');
        if (trimmed.Length == 0) return "file";
        if (trimmed.Length <= Most) return trimmed;
        var ending = Path.GetExtension(trimmed) is { Length: <= 10 } short_ ? short_ : "";
        return trimmed[..(Most - ending.Length)].TrimEnd(' ', '.') + ending;
    }
}
