namespace Bot.Knowledge.Records.Names;

/// <summary>Makes the subjects that keys stand for.</summary>
internal static class Subjects
{
    public static readonly string[] Regions =
        ["East of England", "London", "Midlands", "North East and Yorkshire", "North West", "South East", "South West"];

    public static IEnumerable<RecordSubject> Of(RecordSet set) =>
        Systems(set).Concat(Places(set)).Concat(Ccgs(set))
            .Concat(set.Trusts.Select(t => new TrustSubject($"trust:{t.Code}", t.Name, t)))
            .Concat(Regions.Select(r => new RegionSubject($"region:{Spelling.Slug(r)}", r)))
            .Concat(set.Abroad.Select(a => new AbroadSubject($"abroad:{Spelling.Slug(a.Key)}", a.Key, a.Value)));

    /// <summary>All names of a system, old and new, without codes.</summary>
    public static IEnumerable<string> NamesOf(SystemLine line)
    {
        var footprints = line.Footprints.Reverse().SelectMany(f => f.Aliases.Prepend(f.BareName).Prepend(f.Name));
        return (line.System is { } system ? footprints.Concat(system.Aliases.Prepend(system.Name)) : footprints).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<RecordSubject> Systems(RecordSet set)
    {
        foreach (var line in set.Footprints.GroupBy(f => f.OdsCode, StringComparer.Ordinal))
        {
            var system = set.Systems2018.FirstOrDefault(s => s.Whole && s.ParentCode == line.Key);
            yield return System($"system:{line.Key.ToLowerInvariant()}", new SystemLine(line.Key, [.. line.OrderBy(f => f.From)], system), set);
        }

        foreach (var small in set.Systems2018.Where(s => !s.Whole))
            yield return System($"system:{Spelling.Slug(small.Name)}", new SystemLine(small.ParentCode, [], small), set);
    }

    private static SystemSubject System(string key, SystemLine line, RecordSet set)
    {
        var place = NamesOf(line).Select(n => set.Place(Spelling.Slug(n))).OfType<Place>()
            .OrderBy(p => p.Areas.Any(a => a.Kind is AreaKind.Council or AreaKind.County) ? 0 : 1).FirstOrDefault();
        return new SystemSubject(key, line.IsSmallSystem ? line.System!.Name : line.Footprints[^1].BareName, line, place);
    }

    private static IEnumerable<RecordSubject> Places(RecordSet set)
    {
        foreach (var shared in set.Bearers.Where(b => b.Count() > 1))
            yield return new SharedNameSubject($"place:{shared.Key}", shared.First().Name, [.. shared.Select(b => new RecordOption(b.Label, b.Key))]);
        foreach (var shared in ShortTownNames.Of(set))
            yield return new SharedNameSubject($"place:{Spelling.Slug(shared.Key)}", shared.Key, [.. shared.Select(p => new RecordOption(p.Name, $"place:{p.Key}"))]);
        foreach (var place in set.Places) yield return new PlaceSubject($"place:{place.Key}", place.Name, place);
    }

    /// <summary>A CCG asked for by its full name is that one, also where a district of the same name leads.</summary>
    private static IEnumerable<RecordSubject> Ccgs(RecordSet set)
    {
        var areas = set.Areas.Where(a => a.Kind == AreaKind.FormerCcg).ToLookup(a => a.Code, StringComparer.Ordinal);
        foreach (var ccg in set.Ccgs)
        {
            if (areas[ccg.Code].FirstOrDefault() is { } area)
                yield return new PlaceSubject($"ccg:{ccg.Code}", ccg.Name, new Place(Spelling.Slug(ccg.Name), ccg.Name, [area]));
        }
    }
}
