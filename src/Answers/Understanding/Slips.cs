using Answers.Ranking;

namespace Answers.Understanding;

/// <summary>Makes one typing slip, for training texts that look like what people type.</summary>
internal static class Slips
{
    public static string Make(string text, Dice dice)
    {
        var starts = new List<int>();
        for (var i = 0; i + 4 < text.Length; i++)
            if (char.IsAsciiLetter(text[i]) && (i == 0 || !char.IsAsciiLetterOrDigit(text[i - 1])) && Length(text, i) >= 5) starts.Add(i);
        if (starts.Count == 0 || text.Contains('{', StringComparison.Ordinal)) return text;
        var start = starts[dice.Below(starts.Count)];
        var at = start + 1 + dice.Below(Length(text, start) - 2);
        return dice.Below(3) switch
        {
            0 => text.Remove(at, 1),
            1 => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
            _ => text.Insert(at, text[at].ToString()),
        };
    }

    private static int Length(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
        return end - start;
    }
}
