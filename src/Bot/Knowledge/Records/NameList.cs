using Bot.Knowledge.Records.Names;

namespace Bot.Knowledge.Records;

/// <summary>A name that can be recognised in a question.</summary>
/// <param name="Surface">How people write it.</param>
/// <param name="Kind">place, system, trust, region or abroad.</param>
/// <param name="Key">For <see cref="RecordBook.Find"/>.</param>
/// <param name="Ordinary">It is also an ordinary word, so its neighbours have to say that a name is meant.</param>
public sealed record RecordName(string Surface, string Kind, string Key, bool Ordinary);

/// <summary>Lists every name once. Where one surface could mean several things, a system comes before a place and a place before a trust.</summary>
public static class NameList
{
    /// <param name="set">The records.</param>
    /// <param name="subjects">What the keys stand for.</param>
    public static IReadOnlyList<RecordName> Of(RecordSet set, IReadOnlyDictionary<string, RecordSubject> subjects)
    {
        var names = new Surfaces(set.OrdinaryWords);
        foreach (var region in Subjects.Regions) names.Add(region, "region", $"region:{Spelling.Slug(region)}");
        foreach (var system in subjects.Values.OfType<SystemSubject>().OrderBy(s => s.Line.IsSmallSystem ? 0 : 1)) Systems(names, system);
        foreach (var shared in subjects.Values.OfType<SharedNameSubject>()) names.Add(shared.Name, "place", shared.Key);
        foreach (var place in set.Places)
            foreach (var name in place.Areas.Select(a => a.Name).Append(place.Name).Distinct(StringComparer.Ordinal)) AddPlace(names, place, name);
        foreach (var only in set.Bearers.Where(b => b.Count() == 1).Select(b => b.First())) names.Add(only.Name, "place", only.Key);
        foreach (var (name, place) in ShortTownNames.Single(set)) names.Add(name, "place", $"place:{place.Key}");
        foreach (var ccg in set.Ccgs) AddCcg(names, ccg, subjects);
        foreach (var trust in set.Trusts) TrustNames.Add(names, trust);
        foreach (var abroad in subjects.Values.OfType<AbroadSubject>()) names.Add(abroad.Name, "abroad", abroad.Key);
        return names.All;
    }

    private static void Systems(Surfaces names, SystemSubject system)
    {
        foreach (var name in Subjects.NamesOf(system.Line).SelectMany(n => Both(n))) names.Add(name, "system", system.Key);
        foreach (var board in system.Line.Footprints.Where(f => f.IsBoard))
        {
            names.Add(board.ShortTitle, "system", system.Key);
            names.Add($"{board.BareName} Integrated Care Board", "system", system.Key);
        }

        if (!system.Line.IsSmallSystem) names.Add(system.Line.Code, "system", system.Key);
    }

    // "Surrey Heartlands Health and Care Partnership" is also known by what stands before.
    private static IEnumerable<string> Both(string name)
    {
        yield return name.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);
        foreach (var tail in new[] { " Health and Social Care Partnership", " Health & Social Care Partnership", " Health and Care Partnership", " Health & Care Partnership" })
            if (name.EndsWith(tail, StringComparison.Ordinal)) yield return name[..^tail.Length];
    }

    private static void AddPlace(Surfaces names, Place place, string name)
    {
        var key = $"place:{place.Key}";
        names.Add(name, "place", key);
        if (place.Leading.Kind == AreaKind.Council && !name.Contains(',', StringComparison.Ordinal))
        {
            var council = place.Leading.Type switch
            {
                "London borough" => $"London Borough of {name}",
                "metropolitan borough" => $"{name} Metropolitan Borough Council",
                "unitary" => $"{name} Council",
                _ => $"{name} District Council",
            };
            names.Add(council, "place", key);
        }
    }

    private static void AddCcg(Surfaces names, Ccg ccg, IReadOnlyDictionary<string, RecordSubject> subjects)
    {
        var key = $"ccg:{ccg.Code}";
        if (!subjects.ContainsKey(key)) return;
        names.Add(ccg.Name, "place", key);
        names.Add($"{ccg.BareName} CCG", "place", key);
        names.Add($"{ccg.BareName} clinical commissioning group", "place", key);
        names.AddCode(ccg.Code, "place", key);
        names.Add($"{ccg.Code} CCG", "place", key);
        names.Add($"CCG {ccg.Code}", "place", key);
    }
}
