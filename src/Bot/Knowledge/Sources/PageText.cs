using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Knowledge.Sources;

/// <summary>What a page says, without what differs each time it is asked for: scripts, styles, hidden tokens.</summary>
internal static partial class PageText
{
    public static string DigestOf(PageAnswer.Got page)
    {
        var isPage = page.Type?.MediaType is "text/html" or "application/xhtml+xml";
        return Convert.ToHexStringLower(SHA256.HashData(isPage ? Encoding.UTF8.GetBytes(Words(Encoding.UTF8.GetString(page.Bytes))) : page.Bytes));
    }

    private static string Words(string html) => Spaces().Replace(Tags().Replace(Unseen().Replace(html, " "), " "), " ").Trim();

    [GeneratedRegex(@"<!--.*?-->|<script\b.*?</script\s*>|<style\b.*?</style\s*>|<noscript\b.*?</noscript\s*>|<head\b.*?</head\s*>", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Unseen();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
