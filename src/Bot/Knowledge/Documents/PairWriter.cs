namespace Bot.Knowledge.Documents;

/// <summary>Writes pairs in a layout that custom question answering imports.</summary>
public static class PairWriter
{
    private const string DefaultAnswer = "That is not covered here.";

    /// <returns>Null where the name's ending says no layout that is known.</returns>
    public static byte[]? Write(string name, IReadOnlyList<Pair> pairs, IReadOnlyList<IReadOnlyList<string>> synonyms) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".tsv" => PairTsv.Write(pairs),
        ".xlsx" => PairXlsx.Write(pairs),
        ".json" => PairJson.Write(pairs, synonyms, DefaultAnswer),
        _ => null,
    };
}
