namespace Answers.Deciding;

/// <summary>Which entries answer only questions that hold a name.</summary>
internal sealed class AnswerKinds
{
    private readonly bool[]? _needName;

    /// <param name="entries">In the order of their classes.</param>
    public AnswerKinds(IReadOnlyList<Entry> entries)
    {
        if (entries.Any(e => e.NeedsName)) _needName = [.. entries.Select(e => e.NeedsName)];
    }

    /// <returns>Entries that cannot answer a question of these words; null for none.</returns>
    public bool[]? Barred(IReadOnlyList<string> words)
    {
        if (_needName is null) return null;
        for (var i = 0; i < words.Count; i++)
            if (words[i][0] == '{') return null;
        return _needName;
    }
}
