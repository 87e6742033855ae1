using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Features.Governors;

/// <summary>A day in a sentence: "12 January", "January 12th 2027", "12/01/2027", "2027-01-12", "tomorrow".</summary>
/// <param name="Day">The day; without a year in the words, the next one to come.</param>
/// <param name="IsWithYear">The year was said.</param>
public sealed partial record SpokenDate(DateOnly Day, bool IsWithYear)
{
    private static readonly string[] Months = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Take(12)];

    public static string Words(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <returns>Null where no day is named that exists.</returns>
    public static SpokenDate? In(string text, DateOnly today)
    {
        if (Iso().Match(text) is { Success: true } iso) return Of(Number(iso, "d"), Number(iso, "m"), Number(iso, "y"), today);
        if (Numeric().Match(text) is { Success: true } numeric) return Of(Number(numeric, "d"), Number(numeric, "m"), Year(numeric), today);
        var named = DayMonth().Match(text) is { Success: true } first ? first : MonthDay().Match(text);
        if (named.Success) return Of(Number(named, "d"), MonthOf(named.Groups["month"].Value), Year(named), today);
        if (Tomorrow().IsMatch(text)) return new SpokenDate(today.AddDays(1), true);
        return Today().IsMatch(text) ? new SpokenDate(today, true) : null;
    }

    private static SpokenDate? Of(int day, int month, int? year, DateOnly today)
    {
        // 29 February may have to wait for its year.
        for (var guess = year ?? today.Year; guess <= (year ?? today.Year + 8); guess++)
        {
            if (month is < 1 or > 12 || guess is < 1900 or > 9998 || day < 1 || day > DateTime.DaysInMonth(guess, month)) continue;
            var date = new DateOnly(guess, month, day);
            if (year is not null || date >= today) return new SpokenDate(date, year is not null);
        }

        return null;
    }

    private static int MonthOf(string word) => Array.FindIndex(Months, month => month.StartsWith(word[..3], StringComparison.OrdinalIgnoreCase)) + 1;

    private static int? Year(Match match) => match.Groups["y"] is { Success: true, Length: var length } ? Number(match, "y") + (length == 2 ? 2000 : 0) : null;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string MonthName = @"(?<month>jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\b";

    [GeneratedRegex(@"\b(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})\b", Options)]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<![\d/])(?<d>\d{1,2})[/.](?<m>\d{1,2})([/.](?<y>\d{4}|\d{2}))?(?![\d/])", Options)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"\b(?<d>\d{1,2})\s*(st|nd|rd|th)?\s+(of\s+)?" + MonthName + @"(,?\s+(?<y>\d{4}))?", Options)]
    private static partial Regex DayMonth();

    [GeneratedRegex(@"\b" + MonthName + @"\s+(the\s+)?(?<d>\d{1,2})(st|nd|rd|th)?\b(?!\s*:)(,?\s+(?<y>\d{4}))?", Options)]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"\btomorrow\b", Options)]
    private static partial Regex Tomorrow();

    [GeneratedRegex(@"\btoday\b", Options)]
    private static partial Regex Today();
}
