namespace Bot.Knowledge.Articles;

/// <summary>Adds a line to a list in a YAML text and leaves every other character as it is, so that the change shows as what it is.</summary>
internal static class YamlLines
{
    /// <returns>Null where there is no such list with one '- text' a line.</returns>
    public static string? Add(string text, string list, string value)
    {
        var lines = text.Split('\n').ToList();
        if (LastOf(lines, list) is not { } last) return null;
        lines.Insert(last + 1, $"{Indent(lines, list)}- {ArticleText.Quoted(value)}");
        return string.Join('\n', lines);
    }

    /// <summary>Begins a list behind another one.</summary>
    /// <returns>Null where that one is not there.</returns>
    public static string? Begin(string text, string after, string list, string value)
    {
        var lines = text.Split('\n').ToList();
        if (LastOf(lines, after) is not { } last) return null;
        lines.InsertRange(last + 1, [$"{list}:", $"  - {ArticleText.Quoted(value)}"]);
        return string.Join('\n', lines);
    }

    private static int? LastOf(List<string> lines, string list)
    {
        var start = StartOf(lines, list);
        if (start < 0) return null;
        var last = start;
        for (var i = start + 1; i < lines.Count && BelongsToAList(lines[i]); i++)
            if (lines[i].Trim().Length > 0) last = i;
        return last == start ? null : last;
    }

    private static string Indent(List<string> lines, string list)
    {
        var first = lines[StartOf(lines, list) + 1];
        return first[..^first.TrimStart().Length];
    }

    private static int StartOf(List<string> lines, string list) => lines.FindIndex(line => line.TrimEnd() == $"{list}:");

    private static bool BelongsToAList(string line) => line.Trim().Length == 0 || line[0] == ' ' || line.StartsWith("- ", StringComparison.Ordinal);
}
