using System.Text.RegularExpressions;

namespace Bot.Knowledge.Documents;

/// <summary>Links in Markdown; only those that lead to a web page or a mailbox are kept.</summary>
internal static partial class Links
{
    /// <summary>Text that somebody wrote as Markdown, without links to anything but web pages and mailboxes.</summary>
    public static string Safe(string text) => Unsafe().Replace(text, "$1");

    [GeneratedRegex(@"\[([^\[\]\n]*)\]\(\s*(?!https?:|mailto:)(?:[^()\n]|\([^()\n]*\))*\)", RegexOptions.IgnoreCase)]
    private static partial Regex Unsafe();

    public static string Markdown(string text, string? address, Findings findings)
    {
        var words = CleanText.Collapsed(text).Replace("[", "(", StringComparison.Ordinal).Replace("]", ")", StringComparison.Ordinal);
        if (words.Length == 0 || string.IsNullOrWhiteSpace(address)) return words;
        if (!Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https" or "mailto"))
        {
            if (address.Trim()[0] != '#') findings.Drop("links that lead to no web page", "Their words were kept.", address);
            return words;
        }

        var to = uri.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
        return words == address.Trim() ? to : $"[{words}]({to})";
    }
}
