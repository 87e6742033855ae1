using System.Buffers;

namespace Bot.Storage.Personal;

/// <summary>UK numbers: 0, +44 or 0044 and nine or ten digits, however they are grouped.</summary>
internal static class PhoneNumbers
{
    private const int MostDigits = 10;
    private const int MostBetween = 3;
    private static readonly SearchValues<char> Starts = SearchValues.Create("+04");

    public static void Find(string text, List<Detail> found)
    {
        for (var i = text.AsSpan().IndexOfAny(Starts); i >= 0;)
        {
            var end = Scan.IsDigitAt(text, i - 1) ? -1 : EndOfNumber(text, i);
            if (end > 0)
            {
                var opened = i > 0 && text[i - 1] == '(' && text.IndexOf(')', i, end - i) > 0;
                found.Add(new Detail(opened ? i - 1 : i, end, PersonalDetailKinds.PhoneNumber));
            }

            var next = end > 0 ? end : i + 1;
            var step = text.AsSpan(next).IndexOfAny(Starts);
            i = step < 0 ? -1 : next + step;
        }
    }

    private static int EndOfNumber(string text, int start)
    {
        if (AfterCountryCode(text, start) is > 0 and var national)
        {
            // "+44 (0)20 …": the zero is said but not dialled.
            var trunk = Skip(text, national);
            return EndOfNational(text, trunk < text.Length && text[trunk] == '0' ? trunk + 1 : national, bare: text[start] == '4');
        }

        return text[start] == '0' && StartsLikeAnAreaCode(text, start) ? EndOfNational(text, start + 1, bare: false) : -1;
    }

    private static int AfterCountryCode(string text, int start)
    {
        var at = start;
        if (text[at] == '+')
        {
            at = Skip(text, at + 1);
        }
        else if (text.AsSpan(at).StartsWith("00"))
        {
            at = Skip(text, at + 2);
        }

        return text.AsSpan(at).StartsWith("44") ? at + 2 : -1;
    }

    // "01-04-2022 10" is a date and an hour: an area code has three digits or more, but for a mobile written "07 …".
    private static bool StartsLikeAnAreaCode(string text, int start)
    {
        var end = Scan.AfterDigits(text, start);
        return end - start >= 3 || (end - start == 2 && text[start + 1] == '7' && end < text.Length && text[end] == ' ');
    }

    private static int EndOfNational(string text, int start, bool bare)
    {
        var (digits, between, best, first) = (0, 0, -1, ' ');
        for (var i = start; i < text.Length && digits <= MostDigits && between <= MostBetween; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                if (!IsBetween(text[i]))
                {
                    break;
                }

                between++;
                continue;
            }

            first = digits == 0 ? text[i] : first;
            (digits, between) = (digits + 1, 0);
            var groupEnds = !Scan.IsDigitAt(text, i + 1);
            if (groupEnds && (digits == MostDigits || (digits == MostDigits - 1 && !bare && first is '1' or '8')))
            {
                best = i + 1;
            }
        }

        return first is '0' or '4' or '6' ? -1 : best;
    }

    private static int Skip(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < MostBetween && IsBetween(text[end]))
        {
            end++;
        }

        return end;
    }

    private static bool IsBetween(char c) => c is ' ' or '\t' or '-' or '.' or '(' or ')';
}
