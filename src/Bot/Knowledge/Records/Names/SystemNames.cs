using Bot.Knowledge.Records.Files;

namespace Bot.Knowledge.Records.Names;

/// <summary>Finds the footprint, or the smaller system of 2018, that a published name stands for. Word order and small words do not count.</summary>
internal sealed class SystemNames
{
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);

    public string? CodeOf(string name) => _codes.GetValueOrDefault(Bag(name));

    public static SystemNames Of(CsvTable footprints)
    {
        var names = new SystemNames();
        var systems = footprints.Rows.Where(r => r["era"] == "ics14").ToArray();
        var parents = footprints.Rows.ToDictionary(r => r["footprint_id"]);
        foreach (var row in systems)
        {
            var whole = parents.TryGetValue(row["parent_footprint_id"], out var parent) && Same(row["name"], [parent["name"], .. Cells.List(parent["aliases"])]);
            names._codes.TryAdd(Bag(row["name"]), whole ? row["ods_code"] : row["footprint_id"]);
        }

        foreach (var row in footprints.Rows.Except(systems))
            foreach (var name in Cells.List(row["aliases"]).Prepend(row["name"])) names._codes.TryAdd(Bag(name), row["ods_code"]);
        return names;
    }

    /// <summary>One of the names means the same area.</summary>
    public static bool Same(string name, IEnumerable<string> names) => names.Any(n => Bag(n) == Bag(name));

    private static string Bag(string name) => string.Join('-', Spelling.Loose(name).Split('-').Order(StringComparer.Ordinal));
}
