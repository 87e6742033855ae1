using System.Globalization;
using System.Text;

namespace Bot.Storage.Personal;

/// <summary>Text in which every digit, space and dash is the ASCII one and nothing is invisible, and the way back to the original.</summary>
internal sealed class PlainText
{
    private readonly int[]? _starts;
    private readonly int[]? _ends;

    private PlainText(string folded, int[]? starts, int[]? ends) => (Folded, _starts, _ends) = (folded, starts, ends);

    public string Folded { get; }

    public int StartOf(int index) => _starts?[index] ?? index;

    public int EndOf(int index) => _ends?[index] ?? index + 1;

    public static PlainText Of(string text)
    {
        if (Ascii.IsValid(text))
        {
            return new PlainText(text, null, null);
        }

        // The folded text is never longer: a rune becomes one character, itself, or nothing.
        var (folded, starts, ends) = (new StringBuilder(text.Length), new int[text.Length], new int[text.Length]);
        var index = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var next = index + rune.Utf16SequenceLength;
            var character = Fold(rune, text, index);
            if (character != '\0')
            {
                (starts[folded.Length], ends[folded.Length]) = (index, next);
                folded.Append(character);
            }

            index = next;
        }

        return new PlainText(folded.ToString(), starts, ends);
    }

    private static char Fold(Rune rune, string text, int index)
    {
        if (rune.IsAscii)
        {
            return (char)rune.Value;
        }

        // Full-width forms are ASCII at a fixed distance.
        if (rune.Value is >= 0xFF01 and <= 0xFF5E)
        {
            return (char)(rune.Value - 0xFEE0);
        }

        if (CharUnicodeInfo.GetDigitValue(text, index) is >= 0 and <= 9 and var digit)
        {
            return (char)('0' + digit);
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => '\0',
            UnicodeCategory.SpaceSeparator => ' ',
            UnicodeCategory.DashPunctuation => '-',
            UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation => '\'',
            _ when rune.Value == 0x2212 => '-', // the minus sign
            _ => rune.IsBmp ? (char)rune.Value : '\uFFFD',
        };
    }
}
