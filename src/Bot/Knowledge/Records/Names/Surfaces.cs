namespace Bot.Knowledge.Records.Names;

/// <summary>Collects surfaces; the first meaning of a surface stays, but two trusts may share one.</summary>
internal sealed class Surfaces(IReadOnlySet<string> ordinary)
{
    private readonly Dictionary<string, RecordName> _first = new(StringComparer.Ordinal);
    private readonly HashSet<string> _trusts = new(StringComparer.Ordinal);
    private readonly List<RecordName> _all = [];

    public IReadOnlyList<RecordName> All => _all;

    public bool Has(string surface) => _first.ContainsKey(Fold(surface));

    public void Add(string surface, string kind, string key)
    {
        foreach (var variant in Variants(surface)) AddOne(variant, kind, key);
    }

    /// <summary>Adds a code even where a town has the same letters (RYE and Rye): both are meant.</summary>
    public void AddCode(string code, string kind, string key)
    {
        if (Has(code) && !_all.Exists(n => n.Key == key && n.Surface == code)) _all.Add(new RecordName(code, kind, key, IsOrdinary(code)));
        else AddOne(code, kind, key);
    }

    private void AddOne(string surface, string kind, string key)
    {
        var fold = Fold(surface);
        if (fold.Length < 2) return;
        var name = new RecordName(surface, kind, key, IsOrdinary(surface));
        if (_first.TryGetValue(fold, out var first))
        {
            if (kind != "trust" || first.Kind != "trust" || !_trusts.Add($"{fold}\n{key}")) return;
        }
        else
        {
            _first[fold] = name;
            _trusts.Add($"{fold}\n{key}");
        }

        _all.Add(name);
    }

    // Two letters say too little on their own, and "11M" is the code of a CCG or 11 million.
    private bool IsOrdinary(string surface) =>
        !surface.Contains(' ', StringComparison.Ordinal) && (surface.Length == 2 || (surface.Length == 3 && char.IsAsciiDigit(surface[0])) || ordinary.Contains(surface));

    private static IEnumerable<string> Variants(string surface)
    {
        yield return surface;
        var plain = surface.Replace("'", "", StringComparison.Ordinal);
        if (plain.Length != surface.Length) yield return plain;
        if (surface.Contains('&', StringComparison.Ordinal)) yield return surface.Replace(" & ", " and ", StringComparison.Ordinal).Replace("&", " and ", StringComparison.Ordinal);
        else if (surface.Contains(" and ", StringComparison.Ordinal)) yield return surface.Replace(" and ", " & ", StringComparison.Ordinal);
        if (surface.StartsWith("St ", StringComparison.Ordinal) || surface.StartsWith("St. ", StringComparison.Ordinal))
            yield return "Saint" + surface[surface.IndexOf(' ', StringComparison.Ordinal)..];
        if (surface.Contains(" St ", StringComparison.Ordinal)) yield return surface.Replace(" St ", " Saint ", StringComparison.Ordinal);
        if (surface.Contains("-on-", StringComparison.Ordinal)) yield return surface.Replace("-on-", "-upon-", StringComparison.Ordinal);
        if (surface.Contains("-upon-", StringComparison.Ordinal)) yield return surface.Replace("-upon-", "-on-", StringComparison.Ordinal);
        if (surface.Contains(" upon ", StringComparison.Ordinal)) yield return surface.Replace(" upon ", " on ", StringComparison.Ordinal);
        if (surface.Contains(" on ", StringComparison.Ordinal)) yield return surface.Replace(" on ", " upon ", StringComparison.Ordinal);
    }

    // Hyphens, commas and stops part words as blanks do; apostrophes and "&" tell surfaces apart.
    private static string Fold(string surface) => string.Join(
        ' ', surface.ToLowerInvariant().Split([' ', '-', ',', '.', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries));
}
