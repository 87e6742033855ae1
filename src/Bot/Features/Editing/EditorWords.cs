using System.Globalization;

namespace Bot.Features.Editing;

/// <summary>Times, people and long texts as the cards of the knowledge base say them.</summary>
internal static class EditorWords
{
    private static readonly TimeZoneInfo England = TimeZoneInfo.TryFindSystemTimeZoneById("Europe/London", out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>"26 November 2026, 2:05pm".</summary>
    public static string When(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, England);
        return string.Create(CultureInfo.InvariantCulture, $"{local:d MMMM yyyy}, {(local.Hour % 12 == 0 ? 12 : local.Hour % 12)}{(local.Minute == 0 ? "" : local.ToString(":mm", CultureInfo.InvariantCulture))}{(local.Hour < 12 ? "am" : "pm")}");
    }

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"2 hours ago".</summary>
    public static string Ago(DateTimeOffset at, DateTimeOffset now) => (now - at) switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalHours: < 1 } span => $"{Count((int)span.TotalMinutes, "minute", "minutes")} ago",
        { TotalDays: < 1 } span => $"{Count((int)span.TotalHours, "hour", "hours")} ago",
        var span => $"{Count((int)span.TotalDays, "day", "days")} ago",
    };

    /// <summary>Whoever reads is "you": no names are stored, only object ids.</summary>
    public static string Who(string who, string reader) => who == reader ? "you" : who == "service" ? "the service" : who == "command line" ? "the command line" : who;

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0}%");

    public static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");

    /// <summary>So much of a text as a card holds well.</summary>
    public static string Cut(string text, int most = 400)
    {
        if (text.Length <= most) return text;
        var space = text.LastIndexOf(' ', most - 1);
        return $"{text[..(space > most / 2 ? space : most - 1)].TrimEnd()} …";
    }
}
