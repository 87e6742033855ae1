namespace Bot.Features.Governors.Reminding;

/// <summary>At what moment of a day a reminder goes out: nine in the morning in England, summer and winter.</summary>
internal static class ReminderTime
{
    public const string Words = "9am";

    private static readonly TimeZoneInfo England = TimeZoneInfo.TryFindSystemTimeZoneById("Europe/London", out var zone) ? zone : TimeZoneInfo.Utc;

    public static DateTimeOffset On(DateOnly day)
    {
        var morning = day.ToDateTime(new TimeOnly(9, 0));
        return new DateTimeOffset(morning, England.GetUtcOffset(morning)).ToUniversalTime();
    }

    public static DateOnly DayOf(DateTimeOffset due) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(due, England).DateTime);
}
