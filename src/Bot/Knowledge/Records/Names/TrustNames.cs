namespace Bot.Knowledge.Records.Names;

/// <summary>The ways people write a trust.</summary>
internal static class TrustNames
{
    // A name that is only an area ("Stockport", "The Rotherham") is the trust's only with its legal form behind it, where a place or system has it too.
    private static readonly string[] Telling =
    [
        "hospital", "hospitals", "health", "healthcare", "care", "partnership", "teaching", "university", "mental", "community", "ambulance", "royal", "acute", "infirmary",
        "centre", "children's", "orthopaedic", "services", "alliance", "maudsley", "clinic", "group", "oxleas", "solent", "christie", "portman", "valleys", "harefield",
    ];

    public static void Add(Surfaces names, Trust trust)
    {
        var key = $"trust:{trust.Code}";
        Forms(names, trust.Name, key);
        foreach (var former in trust.FormerNames) Forms(names, former.Name, key);
        foreach (var alias in trust.Aliases) names.Add(alias, "trust", key);
        names.AddCode(trust.Code, "trust", key);
    }

    private static void Forms(Surfaces names, string name, string key)
    {
        foreach (var full in WithoutArticle(name))
        {
            names.Add(full, "trust", key);
            var bare = Trust.WithoutForm(full);
            if (bare == full) continue;
            names.Add($"{bare} Foundation Trust", "trust", key);
            names.Add($"{bare} NHS Foundation Trust", "trust", key);
            names.Add($"{bare} NHS Trust", "trust", key);
            names.Add($"{bare} Trust", "trust", key);
            names.Add($"{bare} FT", "trust", key);
            foreach (var shorter in Shorter(bare).Where(s => !names.Has(s))) names.Add(shorter, "trust", key);
            if (IsTelling(bare) || (!bare.StartsWith("The ", StringComparison.Ordinal) && !names.Has(bare))) names.Add(bare, "trust", key);
        }
    }

    // "London Ambulance", "Colchester Hospital": what people leave off at the end.
    private static IEnumerable<string> Shorter(string bare)
    {
        foreach (var end in new[] { " University", " Service", " Service University" })
            if (bare.EndsWith(end, StringComparison.Ordinal) && IsTelling(bare[..^end.Length]) && bare[..^end.Length].Contains(' ', StringComparison.Ordinal)) yield return bare[..^end.Length];
        if (bare.EndsWith(" Hospitals", StringComparison.Ordinal) && IsTelling(bare[..^" Hospitals".Length]) && bare[..^" Hospitals".Length].Contains(' ', StringComparison.Ordinal)) yield return bare[..^" Hospitals".Length];
    }

    private static IEnumerable<string> WithoutArticle(string name)
    {
        yield return name;
        if (name.StartsWith("The ", StringComparison.Ordinal)) yield return name[4..];
    }

    /// <summary>The name without its legal form where that still names a trust, else in full.</summary>
    public static string Plain(string name) => Trust.WithoutForm(name) is var bare && IsTelling(bare) && bare.Contains(' ', StringComparison.Ordinal) ? bare : name;

    private static bool IsTelling(string bare) => bare.ToLowerInvariant().Split(' ', ',').Any(Telling.Contains);
}
