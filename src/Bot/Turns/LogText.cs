namespace Bot.Turns;

/// <summary>Text from outside, fit for one line of a log.</summary>
internal static class LogText
{
    private const int Most = 100;

    public static string Of(string? text) =>
        string.Concat((text ?? "").Take(Most).Select(c => char.IsControl(c) ? ' ' : c)) + (text?.Length > Most ? "…" : "");
}
