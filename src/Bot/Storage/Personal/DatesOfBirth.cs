using System.Text.RegularExpressions;

namespace Bot.Storage.Personal;

/// <summary>Dates that are likely someone's birthday, and not those of plans, mergers and Acts.</summary>
internal static partial class DatesOfBirth
{
    // STPs begin in 2015: an older full date is hardly asked about, and most people here were born before it.
    private const int OldEnough = 2010;
    private const int OldEnoughNearBirth = 2019;

    private const string Month =
        "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    private const string Day = "[0-9]{1,2}(?:st|nd|rd|th)?";
    private const string Year = "[0-9]{2}(?:[0-9]{2})?";
    private const string Between = @"[ \t]?[./ \t-][ \t]?";

    public static void Find(string text, List<Detail> found)
    {
        BirthWords? birth = null;
        for (var at = 0; at < text.Length;)
        {
            var matches = Candidate().EnumerateMatches(text, at);
            if (!matches.MoveNext())
            {
                return;
            }

            var (start, end) = (matches.Current.Index, matches.Current.Index + matches.Current.Length);
            birth ??= new BirthWords(text);
            if (Stands(text, start, end) && DatePieces.Of(text.AsSpan(start, end - start)) is { } date && IsBirth(date, start, end, birth))
            {
                found.Add(new Detail(start, end, PersonalDetailKinds.DateOfBirth));
                at = end;
            }
            else
            {
                at = char.IsAsciiDigit(text[start]) ? Scan.AfterDigits(text, start) : start + 1;
            }
        }
    }

    private static bool IsBirth(DatePieces date, int start, int end, BirthWords birth) => date.Form switch
    {
        DateForm.Digits => birth.Announce(start),
        DateForm.MonthAndYear => date.Year <= OldEnough && birth.AreNear(start, end),
        _ => date.Year <= OldEnough || (date.Year <= OldEnoughNearBirth && birth.AreNear(start, end)) || birth.Announce(start),
    };

    // Not a part of a longer figure, a version (1.2.10.3) or a word (the "mar 2009" of "Ismar 2009").
    private static bool Stands(string text, int start, int end)
    {
        if (start > 0 && (char.IsAsciiLetter(text[start]) ? char.IsLetter(text[start - 1]) : Scan.IsDigitAt(text, start - 1)))
        {
            return false;
        }

        return !(start > 1 && text[start - 1] == '.' && Scan.IsDigitAt(text, start - 2))
            && !Scan.IsDigitAt(text, end)
            && !(end < text.Length && text[end] == '.' && Scan.IsDigitAt(text, end + 1));
    }

    // Bounded, so linear with backtracking too, and many times faster where a text is full of near misses.
    [GeneratedRegex(
        Day + @"[ \t,./-]{0,3}(?:of[ \t]{1,3})?" + Month + @"[ \t,.'/-]{0,3}" + Year
        + "|" + Month + @"[ \t.]{0,3}" + Day + @"[ \t,]{1,3}[0-9]{4}"
        + "|" + Month + @"[ \t,.]{1,3}[0-9]{4}"
        + "|[0-9]{4}" + Between + "[0-9]{1,2}" + Between + "[0-9]{1,2}"
        + "|[0-9]{1,2}" + Between + "[0-9]{1,2}" + Between + Year
        + "|[0-9]{8}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Candidate();
}
