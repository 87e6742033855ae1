using System.Text.RegularExpressions;

namespace Bot.Storage.Personal;

/// <summary>Ten digits, also as 3 3 4, of which the last is the check digit (modulus 11).</summary>
internal static partial class NhsNumbers
{
    public static void Find(string text, List<Detail> found)
    {
        for (var at = 0; at < text.Length;)
        {
            var matches = TenDigits().EnumerateMatches(text, at);
            if (!matches.MoveNext())
            {
                return;
            }

            var (start, end) = (matches.Current.Index, matches.Current.Index + matches.Current.Length);
            var stands = !Scan.IsDigitAt(text, start - 1) && !Scan.IsDigitAt(text, end);
            if (stands && IsValid(text.AsSpan(start, end - start)))
            {
                found.Add(new Detail(start, end, PersonalDetailKinds.NhsNumber));
                at = end;
            }
            else
            {
                // The real number may begin inside what only looked like one: "111 943 4765919".
                at = Scan.AfterDigits(text, start);
            }
        }
    }

    private static bool IsValid(ReadOnlySpan<char> number)
    {
        var (sum, weight, last) = (0, 10, 0);
        foreach (var c in number)
        {
            if (char.IsAsciiDigit(c))
            {
                last = c - '0';
                sum += weight > 1 ? last * weight-- : 0;
            }
        }

        // 11 stands for the check digit 0; no number has 10.
        var check = 11 - (sum % 11);
        return check == 11 ? last == 0 : check == last;
    }

    // Bounded, so linear with backtracking too, and many times faster where a text is full of near misses.
    [GeneratedRegex(@"[0-9]{3}[ \t-]{0,3}[0-9]{3}[ \t-]{0,3}[0-9]{4}", RegexOptions.CultureInvariant)]
    private static partial Regex TenDigits();
}
