namespace Bot.Knowledge.Checks;

/// <summary>Cuts Markdown into sentences: list items and headings stand alone.</summary>
internal static class Prose
{
    public static IEnumerable<(string Text, int Line)> Sentences(string markdown)
    {
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var paragraph = new List<string>();
        for (var i = 0; i <= lines.Length; i++)
        {
            var line = i < lines.Length ? lines[i].Trim() : "";
            if (line.Length > 0 && !IsItem(line)) { paragraph.Add(line); continue; }
            foreach (var sentence in Cut(string.Join(' ', paragraph))) yield return (sentence, Math.Max(0, i - paragraph.Count));
            paragraph.Clear();
            if (IsItem(line)) foreach (var sentence in Cut(line.TrimStart('-', '*', '#', ' ', '.', '1', '2', '3', '4', '5', '6', '7', '8', '9'))) yield return (sentence, i);
        }
    }

    private static bool IsItem(string line) => line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith('#') || (line.Length > 2 && char.IsAsciiDigit(line[0]) && line[1] == '.');

    private static IEnumerable<string> Cut(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var ends = text[i] is '.' or '!' or '?' or ':' && (i + 1 == text.Length || text[i + 1] == ' ');
            if (!ends) continue;
            yield return text[start..i].Trim();
            start = i + 1;
        }

        if (start < text.Length && text[start..].Trim() is { Length: > 0 } rest) yield return rest;
    }
}
