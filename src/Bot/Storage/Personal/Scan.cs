namespace Bot.Storage.Personal;

internal static class Scan
{
    /// <summary>Where the figure that begins or goes on at <paramref name="start"/> ends.</summary>
    public static int AfterDigits(string text, int start)
    {
        var at = start;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    public static bool IsDigitAt(string text, int index) => (uint)index < (uint)text.Length && char.IsAsciiDigit(text[index]);
}
