using Bot.Tests.Knowledge.Records;

namespace Bot.Tests.Knowledge.Recognising;

/// <summary>A name in the files with what they say about it. Several bearers are several standings, and each is right.</summary>
internal sealed record RecordedName(string Kind, string Name, IReadOnlyList<Standing> Standings)
{
    // The order in which a name that several rows share is looked up.
    private static readonly string[] Order = ["district", "former CCG area", "county", "town", "area named in ICS list"];

    public static IReadOnlyList<RecordedName> All { get; } = [.. Places(), .. Councils(), .. Ccgs(), .. Trusts(), .. Footprints()];

    private static IEnumerable<RecordedName> Places() => Raw.Rows("places.csv")
        .GroupBy(r => Raw.Slug(r["name"]))
        .Select(g => new RecordedName(g.First()["type"], g.First()["name"], [Merged(g), .. SystemsCalled(g.First()["name"])]));

    private static IEnumerable<RecordedName> Councils() => Raw.Rows("councils.csv")
        .Select(r => new RecordedName("council", r["name"], [Standing.Of(r), .. PlacesCalled(r["name"]), .. SystemsCalled(r["name"])]));

    private static IEnumerable<RecordedName> Ccgs() => Raw.Rows("ccgs.csv")
        .GroupBy(r => r["name"])
        .Select(g => new RecordedName("CCG", g.Key, [.. g.Select(r => Standing.Of(r)), .. PlacesCalled(g.Key.Replace("NHS ", "").Replace(" CCG", ""))]));

    private static IEnumerable<RecordedName> Trusts()
    {
        var rows = Raw.Rows("trusts.csv");
        foreach (var group in rows.SelectMany(NamesOfTrust).GroupBy(n => Raw.Slug(n.Name)))
            yield return new RecordedName(group.First().Kind, group.First().Name, [.. group.Select(n => Standing.Of(n.Row)), .. PlacesCalled(group.First().Name)]);
    }

    private static IEnumerable<(string Kind, string Name, Dictionary<string, string> Row)> NamesOfTrust(Dictionary<string, string> row)
    {
        yield return ("trust", row["name"], row);
        yield return ("trust code", row["code"], row);
        foreach (var former in Cell(row["former"])) yield return ("former trust", former.Split('|')[0], row);
        foreach (var alias in Cell(row["aliases"])) yield return ("trust alias", alias, row);
    }

    private static IEnumerable<RecordedName> Footprints() => Raw.Rows("footprints.csv")
        .SelectMany(r => Cell(r["aliases"]).Append(r["name"]))
        .GroupBy(Raw.Slug)
        .Select(g => new RecordedName("footprint", g.First(), [.. SystemsCalled(g.First()), .. PlacesCalled(g.First())]));

    private static IEnumerable<Standing> PlacesCalled(string name) =>
        Raw.Rows("places.csv").Where(r => Raw.Slug(r["name"]) == Raw.Slug(name)).ToArray() is { Length: > 0 } rows ? [Merged(rows)] : [];

    private static IEnumerable<Standing> SystemsCalled(string name)
    {
        foreach (var row in Raw.Rows("footprints.csv").Where(r => Cell(r["aliases"]).Append(Bare(r["name"])).Append(r["name"]).Any(n => Raw.Slug(n) == Raw.Slug(name))))
            yield return row["era"] == "ics14" ? Standing.OfFootprint(Raw.Rows("footprints.csv").Single(f => f["id"] == row["parent"])) : Standing.OfFootprint(row);
    }

    private static Standing Merged(IEnumerable<Dictionary<string, string>> rows) => Standing.Of(rows.OrderBy(r => Rank(r["type"])));

    private static int Rank(string type) => Array.IndexOf(Order, type is "London borough" or "metropolitan borough" or "unitary" ? "district" : type);

    private static string Bare(string name) => name.Replace("NHS ", "").Replace(" Integrated Care Board", "");

    private static string[] Cell(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries);
}
