using Bot.Knowledge.Records.Checks;
using Bot.Knowledge.Records.Files;

namespace Bot.Knowledge.Records;

/// <summary>All records, read once and never changed.</summary>
public sealed class RecordSet
{
    private readonly ByEra<Dictionary<string, Footprint>> _byCode = new();
    private readonly Dictionary<string, Trust> _trusts;
    private readonly Dictionary<string, Ccg> _ccgs;
    private readonly Dictionary<string, Place> _places;

    internal RecordSet(RecordTables tables, IReadOnlyList<Place> places, IReadOnlyList<Bearer> bearers)
    {
        Footprints = tables.Footprints;
        Systems2018 = tables.Systems;
        Areas = tables.Areas;
        Councils = tables.Councils;
        Trusts = tables.Trusts;
        Ccgs = tables.Ccgs;
        Partners = tables.Partners;
        Waves = tables.Waves;
        Tiles = tables.Tiles;
        Abroad = tables.Abroad;
        OrdinaryWords = tables.Ordinary;
        Places = places;
        Bearers = bearers.ToLookup(b => Names.Spelling.Slug(b.Name), StringComparer.Ordinal);
        foreach (var era in Eras.All) _byCode[era] = In(era).ToDictionary(f => f.OdsCode, StringComparer.Ordinal);
        _trusts = Trusts.ToDictionary(t => t.Code, StringComparer.Ordinal);
        _ccgs = Ccgs.ToDictionary(c => c.Code, StringComparer.Ordinal);
        _places = Places.ToDictionary(p => p.Key, StringComparer.Ordinal);
    }

    public IReadOnlyList<Footprint> Footprints { get; }

    public IReadOnlyList<Ics2018> Systems2018 { get; }

    public IReadOnlyList<Area> Areas { get; }

    public IReadOnlyList<Place> Places { get; }

    public IReadOnlyList<Council> Councils { get; }

    public IReadOnlyList<Trust> Trusts { get; }

    public IReadOnlyList<Ccg> Ccgs { get; }

    public IReadOnlyList<Partner> Partners { get; }

    public IReadOnlyList<Wave> Waves { get; }

    /// <summary>Where each board stands on the schematic maps of 2022 and 2026.</summary>
    public IReadOnlyList<Tile> Tiles { get; }

    /// <summary>Places that share a name, by the slug of the name.</summary>
    public ILookup<string, Bearer> Bearers { get; }

    /// <summary>Names outside England with their nation.</summary>
    public IReadOnlyDictionary<string, string> Abroad { get; }

    /// <summary>Single words that are names and ordinary words too, in lower case.</summary>
    public IReadOnlySet<string> OrdinaryWords { get; }

    /// <summary>Reads and checks a folder of compact files; every problem is reported at once.</summary>
    /// <param name="folder">Of the compact files.</param>
    /// <param name="isChecked">The rules were kept when this program read the same files before.</param>
    public static RecordSetResult Load(string folder, bool isChecked = false)
    {
        var problems = new List<RecordProblem>();
        var tables = RecordTables.Read(folder, problems);
        if (problems.Count == 0 && !isChecked) RecordRules.Check(tables, problems);
        if (problems.Count > 0) return new RecordSetResult(null, problems);
        var (places, bearers) = PlaceMerge.Of(tables, problems);
        return new RecordSetResult(problems.Count > 0 ? null : new RecordSet(tables, places, bearers), problems);
    }

    public IEnumerable<Footprint> In(Era era) => Footprints.Where(f => f.Eras.Contains(era));

    public Footprint? Footprint(Era era, string code) => _byCode[era]!.GetValueOrDefault(code);

    public Trust? Trust(string code) => _trusts.GetValueOrDefault(code);

    public Ccg? Ccg(string code) => _ccgs.GetValueOrDefault(code);

    /// <param name="key">Such as <c>barnsley</c>, without the kind.</param>
    public Place? Place(string key) => _places.GetValueOrDefault(key);
}
