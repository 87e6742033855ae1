using System.Text;

namespace Bot.Cards;

/// <summary>Small pieces that cards of several features share.</summary>
public static class CardParts
{
    // Size and weight are said beside the style because older Teams clients do not know the style.
    public static TextBlock Heading(string text) =>
        new(text) { Style = TextStyle.Heading, Size = TextSize.Large, Weight = TextWeight.Bolder };

    public static TextBlock Subheading(string text) =>
        new(text) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium };

    public static TextBlock Subtle(string text) =>
        new(text) { IsSubtle = true, Size = TextSize.Small };

    /// <summary>Words from outside, escaped so that a card shows them as they were typed.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsMarkup(text, i))
                plain.Append('\\');
            plain.Append(text[i]);
        }
        return plain.ToString();
    }

    private static bool IsMarkup(string text, int i) => text[i] switch
    {
        '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '~' or '|' => true,
        '&' => Next(text, i) is var next && (char.IsAsciiLetter(next) || next == '#'),
        // {{DATE(...)}} in a card is a formula.
        '{' => i > 0 && text[i - 1] == '{',
        '!' => Next(text, i) == '[',
        // Headings, lists and rules begin only at the start of a line.
        '#' or '+' or '-' or '=' => StartsLine(text, i),
        '.' or ')' => i > 0 && char.IsAsciiDigit(text[i - 1]) && StartsLine(text, FirstDigit(text, i)),
        _ => false,
    };

    private static char Next(string text, int i) => i + 1 < text.Length ? text[i + 1] : '\0';

    private static bool StartsLine(string text, int i)
    {
        while (i > 0 && text[i - 1] is ' ' or '\t')
            i--;
        return i == 0 || text[i - 1] is '\n' or '\r';
    }

    private static int FirstDigit(string text, int i)
    {
        while (i > 0 && char.IsAsciiDigit(text[i - 1]))
            i--;
        return i;
    }
}
