using Bot.Tests.Knowledge.Records;

namespace Bot.Tests.Knowledge.Recognising;

/// <summary>Where the files say that something stood: in the STP era and today. Empty where they do not say.</summary>
/// <param name="Then">Codes of the map of 2016, or of 2020 where that one is silent.</param>
/// <param name="Now">Codes of the map of April 2026.</param>
/// <param name="Successors">Names of the trusts that took a closed one over.</param>
internal sealed record Standing(string ThenEra, IReadOnlyList<string> Then, IReadOnlyList<string> Now, IReadOnlyList<string> Successors)
{
    /// <summary>Of rows of one name, for each map the first that holds it.</summary>
    public static Standing Of(params IEnumerable<Dictionary<string, string>> rows)
    {
        string Cell(string era) => rows.Select(r => r[era]).FirstOrDefault(c => c.Length > 0, "");
        var era = Cell("stp44").Length > 0 ? "stp44" : "stp42";
        var next = rows.SelectMany(r => r.TryGetValue("successors", out var codes) ? codes.Split(';', StringSplitOptions.RemoveEmptyEntries) : [])
            .Select(code => Raw.Rows("trusts.csv").Single(t => t["code"] == code)["name"]);
        return new Standing(era, Raw.Codes(Cell(era)), Raw.Codes(Cell("icb36")), [.. next]);
    }

    /// <summary>A footprint itself, followed through the maps by its successors.</summary>
    public static Standing OfFootprint(Dictionary<string, string> row)
    {
        string[] code = [row["ods"]];
        return row["era"] switch
        {
            "stp44" => new Standing("stp44", code, Forward(code, ["stp42", "icb42", "icb36"]), []),
            "stp42-2018" => new Standing("stp42", code, Forward(code, ["icb42", "icb36"]), []),
            "stp42" => new Standing("stp44", Back(code, ["stp44"]), Forward(code, ["icb42", "icb36"]), []),
            "icb36" => new Standing("stp44", Back(code, ["icb42", "stp42", "stp44"]), code, []),
            _ => new Standing("stp44", Back(code, ["stp42", "stp44"]), Forward(code, ["icb36"]), []),
        };
    }

    private static string[] Forward(string[] codes, string[] eras) =>
        eras.Aggregate(codes, (at, era) => [.. at.SelectMany(c => Next(c, era)).Distinct()]);

    private static string[] Back(string[] codes, string[] eras) =>
        eras.Aggregate(codes, (at, era) => [.. In(era).Where(f => Next(f["ods"], After(era)).Intersect(at).Any()).Select(f => f["ods"])]);

    private static string[] Next(string code, string era)
    {
        var named = In(Before(era)).Where(f => f["ods"] == code).SelectMany(f => f["successors"].Split(';', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        return named.Length > 0 ? named : [.. In(era).Where(f => f["ods"] == code).Select(f => f["ods"])];
    }

    private static IEnumerable<Dictionary<string, string>> In(string era) => Raw.Rows("footprints.csv").Where(f => f["era"].Split(';').Contains(era));

    private static string After(string era) => era switch { "stp44" => "stp42", "stp42" => "icb42", _ => "icb36" };

    private static string Before(string era) => era switch { "icb36" => "icb42", "icb42" => "stp42", _ => "stp44" };
}
