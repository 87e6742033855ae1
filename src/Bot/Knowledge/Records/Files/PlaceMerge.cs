using Bot.Knowledge.Records.Names;

namespace Bot.Knowledge.Records.Files;

/// <summary>Makes one place of all areas of one name, and keeps apart the places that only share a name (bearers.csv).</summary>
internal static class PlaceMerge
{
    // Orders of areas themselves: orders of their enumerated kinds would be compiled at every start.
    private static readonly Comparer<Area> ByKind = Comparer<Area>.Create((a, b) => a.Kind - b.Kind);
    private static readonly Comparer<Area> LookUp = Comparer<Area>.Create(
        (a, b) => a.Kind != b.Kind ? a.Kind - b.Kind : Convert.ToInt32(b.Shares.Has(Era.Icb36)) - Convert.ToInt32(a.Shares.Has(Era.Icb36)));

    public static (IReadOnlyList<Place> Places, IReadOnlyList<Bearer> Bearers) Of(RecordTables tables, List<RecordProblem> problems)
    {
        var places = tables.Areas
            .GroupBy(a => Spelling.Slug(a.Name), StringComparer.Ordinal)
            .Select(g => new Place(g.Key, g.Min(ByKind)!.Name, [.. g.Order(LookUp)]))
            .ToDictionary(p => p.Key, StringComparer.Ordinal);
        var shared = new Dictionary<string, Place>(StringComparer.Ordinal);
        var bearers = new List<Bearer>();
        foreach (var row in tables.BearerRows.Rows)
        {
            if (Target(row, places, shared) is { } key) bearers.Add(new Bearer(row["name"], row["label"], key));
            else problems.Add(row.Problem($"'{row["held"]}' for '{row["label"]}' is not held."));
        }

        return ([.. places.Values, .. shared.Values], bearers);
    }

    private static string? Target(CsvRow row, Dictionary<string, Place> places, Dictionary<string, Place> shared)
    {
        var colon = row["held"].IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return null;
        var (way, what) = (row["held"][..colon], row["held"][(colon + 1)..]);
        if (way == "abroad") return $"abroad:{Spelling.Slug(row["label"])}";
        if (way == "system") return $"system:{what.ToLowerInvariant()}";
        if (way == "same") return places.ContainsKey(what) ? $"place:{what}" : null;
        var place = way switch
        {
            "in" => places.TryGetValue(what, out var around) ? new Place("", row["label"], [around.Leading], around.Name) : null,
            "part" => places.TryGetValue(Spelling.Slug(row["name"]), out var all) ? Part(row["label"], all, [.. what.Split(' ')]) : null,
            _ => null,
        };
        if (place is null) return null;
        var key = Spelling.Slug(row["label"]);
        shared[key] = place with { Key = key };
        return $"place:{key}";
    }

    /// <summary>Of a place that several towns share, what lies in the given footprints.</summary>
    private static Place? Part(string label, Place all, HashSet<string> codes)
    {
        var areas = new List<Area>();
        foreach (var area in all.Areas)
        {
            var shares = new ByEra<IReadOnlyList<AreaShare>>();
            foreach (var era in Eras.All)
            {
                if (area.Shares[era] is not { } parts) continue;
                var kept = parts.Where(p => codes.Contains(p.Code)).ToArray();
                if (kept.Length > 0) shares[era] = kept.Length == 1 && parts.Count > 1 ? [kept[0] with { Percent = 100 }] : kept;
            }

            if (!shares.IsEmpty) areas.Add(area with { Shares = shares });
        }

        return areas.Count > 0 ? new Place("", label, areas) : null;
    }
}
