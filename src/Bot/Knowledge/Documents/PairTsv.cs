using System.Text;

namespace Bot.Knowledge.Documents;

/// <summary>
/// The tab-separated layout: UTF-8 with or without a mark, raw fields, a line break in an answer written as the two
/// characters backslash and n. A copy that a spreadsheet saved is UTF-16 or quoted, and is read too.
/// </summary>
internal static class PairTsv
{
    public static PairFile Read(byte[] bytes)
    {
        var warnings = new List<string>();
        var text = TextBytes.Decode(bytes, warnings);
        var lines = text.ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0).ToArray();
        // Only where every field that begins with a quote also ends in one was a spreadsheet at work.
        var quoted = lines.SelectMany(line => line.Split('\t')).Where(field => field.StartsWith('"')).ToArray();
        var isQuoted = quoted.Length > 0 && text.Contains("\t\"", StringComparison.Ordinal) && quoted.All(field => field.Length > 1 && field.EndsWith('"'));
        var rows = lines.Select(line => (IReadOnlyList<string>)[.. line.Split('\t').Select(field => Field(field, isQuoted))]).ToArray();
        if (lines.Any(line => line.Contains(@":\n", StringComparison.Ordinal)))
            warnings.Add(@"A text holds ':\n', which may be a line break or a path such as C:\new. It was read as a line break: look at it.");
        var file = PairColumns.Read(rows);
        return file with { Warnings = [.. warnings, .. file.Warnings] };
    }

    public static byte[] Write(IReadOnlyList<Pair> pairs)
    {
        var text = new StringBuilder(string.Join('\t', PairColumns.All)).Append('\n');
        foreach (var pair in pairs)
        {
            foreach (var question in pair.Questions)
                text.AppendJoin('\t', PairColumns.Write(pair, question).Select(Escaped)).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Field(string field, bool isQuoted)
    {
        var text = isQuoted && field.StartsWith('"') ? field[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : field;
        return text.Replace(@"\n", "\n", StringComparison.Ordinal).Replace('\u00A0', ' ');
    }

    private static string Escaped(string field) => field.ReplaceLineEndings("\n").Replace("\n", @"\n", StringComparison.Ordinal).Replace('\t', ' ');
}
