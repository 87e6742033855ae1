namespace Bot.Knowledge.Records.Names;

/// <summary>"Burton" for Burton-on-Trent: what people leave off, where nothing else has the short name.</summary>
internal static class ShortTownNames
{
    private static readonly string[] Joints = ["on", "upon", "under", "in", "by", "le", "next", "cum"];

    /// <summary>Short names that one town has.</summary>
    public static IEnumerable<(string Name, Place Place)> Single(RecordSet set) => All(set).Where(g => g.Count() == 1).Select(g => (g.Key, g.First()));

    /// <summary>Short names that several towns share.</summary>
    public static IEnumerable<IGrouping<string, Place>> Of(RecordSet set) => All(set).Where(g => g.Count() > 1);

    private static IEnumerable<IGrouping<string, Place>> All(RecordSet set)
    {
        var taken = set.Places.Select(p => p.Key).Concat(set.Bearers.Select(b => b.Key)).ToHashSet(StringComparer.Ordinal);
        return set.Places
            .Select(p => (Place: p, Short: Shorten(p.Name)))
            .Where(p => p.Short is not null && !taken.Contains(Spelling.Slug(p.Short)))
            .GroupBy(p => p.Short!, p => p.Place, StringComparer.Ordinal);
    }

    private static string? Shorten(string name)
    {
        var words = name.Split(' ', '-');
        var joint = Array.FindIndex(words, w => Joints.Contains(w, StringComparer.OrdinalIgnoreCase));
        return joint == 1 && words.Length > 2 && words[0].Length > 3 && !name.Contains(',', StringComparison.Ordinal) ? words[0] : null;
    }
}
