namespace Answers.Understanding;

/// <summary>Finds the longest known phrase that starts at a word, in time that grows with the phrase only.</summary>
internal sealed class Phrases<T> where T : class
{
    private readonly Dictionary<string, Step> _starts = new(StringComparer.Ordinal);

    /// <summary>The first value of a phrase stays.</summary>
    public void Add(ReadOnlySpan<string> words, T value)
    {
        if (words.Length == 0) return;
        var step = Next(_starts, words[0]);
        foreach (var word in words[1..]) step = Next(step.Further ??= new Dictionary<string, Step>(StringComparer.Ordinal), word);
        step.Value ??= value;
    }

    public (int Length, T Value)? At(List<string> words, int at)
    {
        if (!_starts.TryGetValue(words[at], out var step)) return null;
        (int, T)? longest = null;
        for (var length = 1; ; length++)
        {
            if (step.Value is { } value) longest = (length, value);
            if (step.Further is null || at + length == words.Count || !step.Further.TryGetValue(words[at + length], out step!)) return longest;
        }
    }

    private static Step Next(Dictionary<string, Step> steps, string word)
    {
        if (!steps.TryGetValue(word, out var step)) steps[word] = step = new Step();
        return step;
    }

    private sealed class Step
    {
        public T? Value { get; set; }

        public Dictionary<string, Step>? Further { get; set; }
    }
}
