namespace Bot.Knowledge.Records.Composing;

/// <summary>Turns provenance keys of rows into ids of sources.yaml, the most telling first.</summary>
internal static class Evidence
{
    private const int Most = 4;

    // Keys without an entry of their own stand under the register or list they extend.
    private static readonly Dictionary<string, string> Entries = new(StringComparer.Ordinal)
    {
        ["SEED-2018"] = "SEED-2018", ["ODS-STP19"] = "ODS-STP19", ["ODS-ICB26"] = "ODS-ICB26", ["ODS-ETR26"] = "ODS-ETR26", ["ONS-LSOA21"] = "ONS-LSOA21",
        ["ONS-LSOA24"] = "ONS-LSOA24", ["NHSD-GP20"] = "NHSD-GP20", ["NHSD-GP22"] = "NHSD-GP22", ["NHSD-CCGMAP"] = "NHSD-CCGMAP", ["ONS-POP"] = "ONS-POP",
        ["ONS-CENSUS21"] = "ONS-CENSUS21", ["ODS-GP"] = "NHSD-GP20", ["OPCA"] = "ODS-ETR26", ["ODS-ETR25"] = "ODS-ETR26",
    };

    public static IReadOnlyList<string> Of(params IEnumerable<string>[] keys) =>
        [.. keys.SelectMany(k => k).Select(k => Entries.GetValueOrDefault(k)).OfType<string>().Distinct(StringComparer.Ordinal).Take(Most)];
}
