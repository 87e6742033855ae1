namespace Answers.Understanding;

/// <summary>Finds the longest known phrase that starts at a word.</summary>
internal sealed class Phrases<T> where T : class
{
    private readonly Dictionary<string, List<(string[] Words, T Value)>> _byFirst = new(StringComparer.Ordinal);

    public void Add(string[] words, T value)
    {
        if (words.Length == 0) return;
        if (!_byFirst.TryGetValue(words[0], out var bucket)) _byFirst[words[0]] = bucket = [];
        bucket.Add((words, value));
    }

    public void Seal()
    {
        foreach (var bucket in _byFirst.Values) bucket.Sort(static (a, b) => b.Words.Length.CompareTo(a.Words.Length));
    }

    public (int Length, T Value)? At(List<string> words, int at)
    {
        if (!_byFirst.TryGetValue(words[at], out var bucket)) return null;
        foreach (var (phrase, value) in bucket)
            if (Fits(phrase, words, at)) return (phrase.Length, value);
        return null;
    }

    private static bool Fits(string[] phrase, List<string> words, int at)
    {
        if (at + phrase.Length > words.Count) return false;
        for (var i = 1; i < phrase.Length; i++)
            if (!string.Equals(phrase[i], words[at + i], StringComparison.Ordinal)) return false;
        return true;
    }
}
