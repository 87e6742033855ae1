using System.Globalization;
using System.Text;

namespace Answers.Text;

/// <summary>Cuts a text into lower-case words. Look-alike letters, accents, controls and direction marks are folded away first.</summary>
internal static class Tokens
{
    /// <summary>Longer messages are read up to here: nobody asks a question in more.</summary>
    public const int MaxLength = 4_000;

    public static List<Token> Of(string text)
    {
        var folded = Fold(text);
        var tokens = new List<Token>();
        for (var at = 0; at < folded.Length;)
        {
            var c = folded[at];
            if (char.IsAsciiLetterOrDigit(c)) at = Word(folded, at, tokens);
            else if (c == '{') at = Placeholder(folded, at, tokens);
            else
            {
                if (c is '£' or '$' or '%') tokens.Add(new Token(c.ToString(), false, at));
                at++;
            }
        }

        return tokens;
    }

    /// <summary>The words of <see cref="Of"/> alone.</summary>
    public static string[] WordsOf(string text)
    {
        var tokens = Of(text);
        var words = new string[tokens.Count];
        for (var i = 0; i < words.Length; i++) words[i] = tokens[i].Word;
        return words;
    }

    private static int Word(string text, int start, List<Token> tokens)
    {
        var end = start + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || (text[end] == '\'' && IsLetterAt(text, end + 1)))) end++;
        var word = text[start..end];
        tokens.Add(new Token(word.ToLowerInvariant(), char.IsAsciiLetterUpper(word[0]), start));
        return end;
    }

    private static int Placeholder(string text, int start, List<Token> tokens)
    {
        var end = text.IndexOf('}', start);
        if (end < 0 || end - start > 12) return start + 1;
        tokens.Add(new Token(text[start..(end + 1)].ToLowerInvariant(), false, start));
        return end + 1;
    }

    private static bool IsLetterAt(string text, int at) => at < text.Length && char.IsAsciiLetter(text[at]);

    private static string Fold(string text)
    {
        var cut = text.Length > MaxLength ? text[..MaxLength] : text;
        if (System.Text.Ascii.IsValid(cut)) return cut;
        var sb = new StringBuilder(cut.Length);
        foreach (var rune in cut.EnumerateRunes()) FoldRune(rune, sb);
        return sb.ToString();
    }

    private static void FoldRune(Rune rune, StringBuilder sb)
    {
        if (rune.IsAscii) { sb.Append((char)rune.Value); return; }
        if (LookAlikes.Latin(rune.Value) is { } latin) { sb.Append(latin); return; }
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark) return;
        sb.Append(' ');
    }
}

/// <summary>A word of a text.</summary>
internal sealed record Token(string Word, bool Capital, int At);
