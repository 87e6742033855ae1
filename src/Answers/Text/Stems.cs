namespace Answers.Text;

/// <summary>Light stemming: enough to bring plurals and verb forms together, little enough to keep words apart.</summary>
internal static class Stems
{
    public static string[] Of(IReadOnlyList<string> words)
    {
        var stems = new string[words.Count];
        for (var i = 0; i < stems.Length; i++) stems[i] = Of(words[i]);
        return stems;
    }

    public static string Of(string word)
    {
        if (word.Length < 4 || word[0] == '{' || char.IsAsciiDigit(word[0])) return Possessive(word);
        var stem = Possessive(word);
        if (stem.EndsWith("ies", StringComparison.Ordinal) && stem.Length > 4) return stem[..^3] + "y";
        if (stem.EndsWith("ss", StringComparison.Ordinal) || stem.EndsWith("us", StringComparison.Ordinal)) return stem;
        if (stem.EndsWith('s') && stem.Length > 3) stem = stem[..^1];
        if (stem.EndsWith("ing", StringComparison.Ordinal) && stem.Length > 5) stem = Undouble(stem[..^3]);
        else if (stem.EndsWith("ed", StringComparison.Ordinal) && stem.Length > 4) stem = Undouble(stem[..^2]);
        return stem.EndsWith('e') && stem.Length > 3 ? stem[..^1] : stem;
    }

    private static string Possessive(string word) =>
        word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;

    private static string Undouble(string stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z') ? stem[..^1] : stem;
}
