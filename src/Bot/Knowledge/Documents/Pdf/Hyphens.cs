namespace Bot.Knowledge.Documents.Pdf;

/// <summary>Joins words that a line's end has cut. Whether the hyphen stays is told by the rest of the document.</summary>
internal sealed class Hyphens(IEnumerable<PdfLine> lines)
{
    private const char Soft = '\u00AD';

    private static readonly HashSet<string> Compounding = new(StringComparer.OrdinalIgnoreCase)
    {
        "all", "co", "cross", "ex", "far", "first", "follow", "full", "half", "high", "ill", "in", "long", "low", "mid", "multi", "non", "old", "on", "one", "open", "part", "post",
        "pre", "re", "self", "semi", "short", "so", "sub", "third", "two", "under", "up", "user", "well", "whole", "year",
    };

    private readonly HashSet<string> _words = [.. lines.SelectMany(line => line.Words.Take(line.Words.Count - 1)).Select(word => Bare(word.Text))];

    public string Joined(string first, string next)
    {
        if (first.EndsWith(Soft)) return first[..^1] + next;
        if (first.Length < 2 || first[^1] is not ('-' or '\u2010') || !char.IsLetter(first[^2]) || next.Length == 0 || !char.IsLower(next[0])) return $"{first} {next}";
        var head = first[(first.LastIndexOf(' ') + 1)..^1];
        var tail = next.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? next[..end] : next;
        var isCompound = !_words.Contains(Bare(head + tail)) && (_words.Contains(Bare($"{head}-{tail}")) || head.Contains('-', StringComparison.Ordinal) || Compounding.Contains(head));
        return isCompound ? first + next : first[..^1] + next;
    }

    private static string Bare(string word) => word.Trim('.', ',', ';', ':', '(', ')', '"', '\'', '?', '!', '\u2018', '\u2019', '\u201C', '\u201D').ToLowerInvariant();
}
