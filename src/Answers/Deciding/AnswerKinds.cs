namespace Answers.Deciding;

/// <summary>What the second stage knows of the entries.</summary>
internal sealed class AnswerKinds
{
    private readonly bool[]? _needName;

    /// <param name="entries">In the order of their classes.</param>
    /// <param name="words">The words of each entry's answer.</param>
    public AnswerKinds(IReadOnlyList<Entry> entries, IReadOnlyList<IReadOnlyList<string>> words)
    {
        Words = words;
        if (entries.Any(e => e.NeedsName)) _needName = [.. entries.Select(e => e.NeedsName)];
    }

    public IReadOnlyList<IReadOnlyList<string>> Words { get; }

    /// <returns>Entries that cannot answer a question of these words; null for none.</returns>
    public bool[]? Barred(IReadOnlyList<string> words) => _needName is null || words.Any(w => w[0] == '{') ? null : _needName;
}
