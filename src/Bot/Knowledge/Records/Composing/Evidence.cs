namespace Bot.Knowledge.Records.Composing;

/// <summary>Turns provenance keys of rows into ids of sources.yaml, the most telling first.</summary>
internal static class Evidence
{
    private const int Most = 4;

    private static readonly HashSet<string> Own =
    [
        "SEED-2018", "ODS-STP19", "ODS-ICB26", "ODS-ETR26", "ONS-LSOA21", "ONS-LSOA24", "NHSD-GP20", "NHSD-GP22", "NHSD-CCGMAP", "ONS-POP", "ONS-CENSUS21",
        "ODS-GP", "OPCA",
    ];

    // Keys without an entry of their own stand under the register or list they extend.
    private static string? Entry(string key) => key switch
    {
        "ODS-ETR25" => "ODS-ETR26",
        _ => Own.Contains(key) ? key : null,
    };

    public static IReadOnlyList<string> Of(params IEnumerable<string>[] keys) =>
        [.. keys.SelectMany(k => k).Select(Entry).OfType<string>().Distinct(StringComparer.Ordinal).Take(Most)];
}
