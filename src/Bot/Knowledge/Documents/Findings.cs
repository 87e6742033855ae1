namespace Bot.Knowledge.Documents;

/// <summary>Collects what a reader leaves out and doubts.</summary>
internal sealed class Findings
{
    private const int LongestExample = 80;
    private readonly Dictionary<string, Dropped> _dropped = new(StringComparer.Ordinal);
    private readonly List<string> _warnings = [];

    public IReadOnlyList<Dropped> Dropped => [.. _dropped.Values];

    public IReadOnlyList<string> Warnings => _warnings;

    public void Drop(string what, string why, string example = "", int times = 1)
    {
        if (times == 0) return;
        var before = _dropped.GetValueOrDefault(what);
        _dropped[what] = new Dropped(what, why, (before?.Times ?? 0) + times, before?.Example is { Length: > 0 } first ? first : Shortened(example));
    }

    public void Warn(string warning)
    {
        if (!_warnings.Contains(warning)) _warnings.Add(warning);
    }

    public void Warn(IEnumerable<string> warnings)
    {
        foreach (var warning in warnings) Warn(warning);
    }

    private static string Shortened(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestExample ? line : line[..LongestExample] + "…";
    }
}
