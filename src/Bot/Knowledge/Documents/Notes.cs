using System.Text.RegularExpressions;

namespace Bot.Knowledge.Documents;

/// <summary>Small signs above the line that lead to a note, where somebody typed them by hand.</summary>
internal static partial class Notes
{
    private const int LongestUnit = 2;

    /// <param name="sign">What stands above the line.</param>
    /// <param name="before">The text so far.</param>
    public static bool IsSign(string sign, string before)
    {
        if (!Sign().IsMatch(sign.Trim()) || before.Length == 0) return false;
        var last = before.TrimEnd();
        var letters = last.Length - last.AsSpan().TrimEnd("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ").Length;
        return last.Length > 0 && !char.IsDigit(last[^1]) && (letters == 0 || letters > LongestUnit);
    }

    [GeneratedRegex(@"^(?:\[?\d{1,3}\]?(?:,\s?\d{1,3})*|[*\u2020\u2021\u00A7]{1,3})$")]
    private static partial Regex Sign();
}
