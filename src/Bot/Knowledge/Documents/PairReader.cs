namespace Bot.Knowledge.Documents;

/// <summary>Reads a file of question-and-answer pairs by what its bytes say, not by what its name promises.</summary>
public static class PairReader
{
    public const int MostBytes = 50 * 1024 * 1024;

    /// <exception cref="DocumentException">The file cannot be taken in; the message says what to do.</exception>
    public static PairFile Read(string name, byte[] bytes)
    {
        if (bytes.Length == 0) throw new DocumentException("The file is empty.");
        if (bytes.Length > MostBytes) throw new DocumentException($"The file is larger than {MostBytes / 1024 / 1024} MB. Split it and send the parts.");
        var extension = Path.GetExtension(name).ToLowerInvariant();
        var isZip = bytes is [(byte)'P', (byte)'K', 3, 4, ..];
        if (bytes is [0xD0, 0xCF, 0x11, 0xE0, ..]) throw new DocumentException("The file is in an old Office format or protected by a password. Save it in the newer format (.xlsx) without a password.");
        return (extension, isZip) switch
        {
            (".xlsx", true) => PairXlsx.Read(bytes),
            (".zip", true) => PairZip.Read(bytes),
            (".xlsx" or ".zip", false) => throw new DocumentException($"The file is named {extension} but is of another kind. Save it again in that format."),
            (_, true) => throw new DocumentException("The file is a compressed archive under another name. Give it its own ending and send it again."),
            (".json", _) => PairJson.Read(bytes),
            (".tsv" or ".txt", _) => PairTsv.Read(bytes),
            (".csv", _) => PairCsv.Read(bytes),
            _ => throw new DocumentException("Files of questions and answers end in .tsv, .csv, .xlsx, .json or .zip."),
        };
    }
}
