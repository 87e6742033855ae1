using System.Globalization;

namespace Bot.Storage.Personal;

internal enum DateForm
{
    Full,
    MonthAndYear,
    Digits,
}

/// <summary>The year of something written like a date, if it is one.</summary>
internal readonly record struct DatePieces(DateForm Form, int Year)
{
    // Two-digit years up to this one are of this century.
    private const int LastTwoDigitYear = 30;

    public static DatePieces? Of(ReadOnlySpan<char> written)
    {
        Span<int> starts = stackalloc int[3];
        Span<int> lengths = stackalloc int[3];
        var (count, hasMonth) = (0, false);
        for (var i = 0; i < written.Length; i++)
        {
            if (char.IsAsciiDigit(written[i]))
            {
                if (i == 0 || !char.IsAsciiDigit(written[i - 1]))
                {
                    starts[count++] = i;
                }

                lengths[count - 1]++;
            }
            else
            {
                hasMonth |= char.IsAsciiLetter(written[i]);
            }
        }

        var last = written.Slice(starts[count - 1], lengths[count - 1]);
        return (hasMonth, count) switch
        {
            (true, 1) => Checked(DateForm.MonthAndYear, 1, 1, Number(last)),
            (true, _) => Checked(DateForm.Full, Number(written.Slice(starts[0], lengths[0])), 1, FullYear(last)),
            (false, 1) => EightDigits(last),
            _ => ThreeNumbers(written, starts, lengths),
        };
    }

    private static DatePieces? ThreeNumbers(ReadOnlySpan<char> written, ReadOnlySpan<int> starts, ReadOnlySpan<int> lengths)
    {
        var first = written.Slice(starts[0], lengths[0]);
        var second = written.Slice(starts[1], lengths[1]);
        var third = written.Slice(starts[2], lengths[2]);
        var separator = written[starts[0]..].Slice(lengths[0], starts[1] - starts[0] - lengths[0]).Trim(" \t");
        if (!separator.SequenceEqual(written.Slice(starts[1] + lengths[1], starts[2] - starts[1] - lengths[1]).Trim(" \t")))
        {
            return null;
        }

        if (first.Length == 4)
        {
            return DayAndMonth(Number(third), Number(second), Number(first));
        }

        // "Section 1.2.10" and "3 4 16" are no dates; "01.02.54" is.
        var terse = third.Length == 2 && (separator.IsEmpty || (separator is "." && first.Length + second.Length < 4));
        return terse ? null : DayAndMonth(Number(first), Number(second), FullYear(third));
    }

    private static DatePieces? EightDigits(ReadOnlySpan<char> digits)
    {
        var british = Checked(DateForm.Digits, Number(digits[..2]), Number(digits[2..4]), Number(digits[4..]));
        return british ?? Checked(DateForm.Digits, Number(digits[6..]), Number(digits[4..6]), Number(digits[..4]));
    }

    // Some write the month first.
    private static DatePieces? DayAndMonth(int day, int month, int year) =>
        Checked(DateForm.Full, day, month, year) ?? Checked(DateForm.Full, month, day, year);

    private static DatePieces? Checked(DateForm form, int day, int month, int year) =>
        day is >= 1 and <= 31 && month is >= 1 and <= 12 && year is >= 1850 and <= 2100 ? new DatePieces(form, year) : null;

    private static int FullYear(ReadOnlySpan<char> digits) =>
        digits.Length == 4 ? Number(digits) : Number(digits) + (Number(digits) <= LastTwoDigitYear ? 2000 : 1900);

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
