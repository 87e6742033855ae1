using System.Globalization;

namespace Bot.Storage.Governors;

/// <summary>A day as both databases keep and sort it.</summary>
internal static class Days
{
    private const string Format = "yyyy-MM-dd";

    public static string Write(DateOnly? day) => day?.ToString(Format, CultureInfo.InvariantCulture) ?? "";

    public static DateOnly? Read(string text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
