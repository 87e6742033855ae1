using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Bot.Knowledge.Documents;

/// <summary>Numbers of a spreadsheet as its reader sees them: a date is stored as days since 1900, or 1904.</summary>
internal sealed partial class XlsxDates
{
    private const int DaysTo1904 = 1462;
    private const double LastDay = 2_958_465;
    private readonly bool[] _isDate;
    private readonly int _shift;

    public XlsxDates(WorkbookPart book)
    {
        var styles = book.WorkbookStylesPart?.Stylesheet;
        var own = (styles?.NumberingFormats?.Elements<NumberingFormat>() ?? []).Where(f => f.NumberFormatId is not null).DistinctBy(f => f.NumberFormatId!.Value).ToDictionary(f => f.NumberFormatId!.Value, f => f.FormatCode?.Value ?? "");
        _isDate = [.. (styles?.CellFormats?.Elements<CellFormat>() ?? []).Select(format => IsDate(format.NumberFormatId?.Value ?? 0, own))];
        _shift = book.Workbook.WorkbookProperties?.Date1904?.Value == true ? DaysTo1904 : 0;
    }

    public string Shown(string value, uint? style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return value;
        if (style is not { } at || at >= _isDate.Length || !_isDate[at] || number < 1 || number > LastDay - DaysTo1904) return number.ToString("G15", CultureInfo.InvariantCulture);
        var day = DateTime.FromOADate(number + _shift);
        return day.ToString(day.TimeOfDay < TimeSpan.FromSeconds(30) ? "d MMMM yyyy" : "d MMMM yyyy HH:mm", CultureInfo.InvariantCulture);
    }

    private static bool IsDate(uint format, Dictionary<uint, string> own) =>
        format is >= 14 and <= 22 || (own.TryGetValue(format, out var code) && DayOrYear().IsMatch(Quoted().Replace(code, "")));

    [GeneratedRegex("[dy]", RegexOptions.IgnoreCase)]
    private static partial Regex DayOrYear();

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\[\\]]*\\]|\\\\.")]
    private static partial Regex Quoted();
}
