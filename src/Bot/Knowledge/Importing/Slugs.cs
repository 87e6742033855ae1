using System.Security.Cryptography;
using System.Text;

namespace Bot.Knowledge.Importing;

/// <summary>Names for files and ids out of words.</summary>
internal static class Slugs
{
    public static string Of(string text, int most = 60)
    {
        var slug = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            if (slug.Length == most) break;
        }

        return slug.ToString().Trim('-');
    }

    /// <summary>A few digits that differ where the text differs.</summary>
    public static string Digest(string text, int digits) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..digits];

    /// <summary>No longer than asked, cut at a word.</summary>
    public static string Fit(string text, int most)
    {
        if (text.Length <= most) return text;
        var space = text.LastIndexOf(' ', most);
        return text[..(space > most / 2 ? space : most)].TrimEnd(',', ';', ':', ' ', '.', '?');
    }
}
