using System.Globalization;

namespace Bot.Knowledge.Records;

/// <summary>A date of which the day may not be known, such as <c>2017-06</c>.</summary>
public readonly record struct RecordDate(int Year, int Month, int? Day) : IComparable<RecordDate>
{
    public static bool TryParse(string text, out RecordDate date)
    {
        date = default;
        var parts = text.Split('-');
        if (parts.Length is < 2 or > 3 || !Number(parts[0], out var year) || !Number(parts[1], out var month) || month is < 1 or > 12) return false;
        if (parts.Length == 2)
        {
            date = new RecordDate(year, month, null);
            return true;
        }

        if (!Number(parts[2], out var day) || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        date = new RecordDate(year, month, day);
        return true;
    }

    public static string Words(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string MonthOf(DateOnly date) => date.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    public int CompareTo(RecordDate other) => (Year, Month, Day ?? 0).CompareTo((other.Year, other.Month, other.Day ?? 0));

    public static bool operator <(RecordDate a, RecordDate b) => a.CompareTo(b) < 0;

    public static bool operator >(RecordDate a, RecordDate b) => a.CompareTo(b) > 0;

    public static bool operator <=(RecordDate a, RecordDate b) => a.CompareTo(b) <= 0;

    public static bool operator >=(RecordDate a, RecordDate b) => a.CompareTo(b) >= 0;

    public override string ToString()
    {
        var date = new DateOnly(Year, Month, Day ?? 1);
        return Day is null ? MonthOf(date) : Words(date);
    }

    private static bool Number(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
