using System.Collections.Frozen;
using System.Globalization;

namespace Answers.Understanding;

/// <summary>Reads years, months and words for the present out of a question.</summary>
internal static class Periods
{
    private static readonly FrozenSet<string> NowWords =
        new[] { "now", "today", "currently", "current", "nowadays", "present", "latest" }.ToFrozenSet();

    private static readonly FrozenDictionary<string, int> Months = Enumerable.Range(1, 12)
        .SelectMany(m => new[] { CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(m), CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(m) }
            .Select(name => (Name: name.ToLowerInvariant(), Month: m)))
        .DistinctBy(pair => pair.Name)
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Month);

    public static Period? In(IReadOnlyList<string> words)
    {
        var now = false;
        for (var i = 0; i < words.Count; i++)
        {
            if (Year(words[i]) is { } year) return Around(words, i, year);
            now |= NowWords.Contains(words[i]) || (words[i] == "days" && i > 0 && words[i - 1] == "these");
        }

        return now ? new Period(DateOnly.MaxValue, DateOnly.MaxValue, Now: true) : null;
    }

    private static Period Around(IReadOnlyList<string> words, int at, int year)
    {
        var before = at > 0 ? words[at - 1] : "";
        if (before is "before" or "until") return new Period(new DateOnly(year - 1, 1, 1), new DateOnly(year - 1, 12, 31));
        if (before is "after" or "since") return new Period(new DateOnly(year, 7, 1), new DateOnly(year + 1, 12, 31));
        if (!Months.TryGetValue(before, out var month)) return new Period(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return new Period(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));
    }

    private static int? Year(string word) =>
        word.Length == 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1990 and <= 2040
            ? year : null;
}
