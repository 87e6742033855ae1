using System.Text.RegularExpressions;

namespace Bot.Knowledge.Records.Composing;

/// <summary>Writes an abbreviation out where an answer first uses it.</summary>
internal static partial class FirstUse
{
    private static readonly (string Short, string Long)[] Terms =
    [
        ("ICB", "integrated care board"), ("ICS", "integrated care system"), ("STP", "sustainability and transformation partnership"), ("CCG", "clinical commissioning group"),
    ];

    /// <summary>One text that stands alone.</summary>
    public static string Explain(string text) => Explain(text, new HashSet<string>(StringComparer.Ordinal));

    public static RecordAnswer Explain(RecordAnswer answer)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        string Text(string text) => Explain(text, known);
        return answer with
        {
            Short = Text(answer.Short),
            Points = [.. answer.Points.Select(Text)],
            StatusNote = answer.StatusNote is { } note ? Text(note) : null,
            Detail = [.. answer.Detail.Select(s => new RecordSection(s.Title, [.. s.Lines.Select(Text)]))],
        };
    }

    private static string Explain(string text, HashSet<string> known) => Terms.Aggregate(text, (t, term) => Once(t, term.Short, term.Long, known));

    private static string Once(string text, string term, string words, HashSet<string> known)
    {
        if (known.Contains(term)) return text;
        var first = Term().Matches(text).FirstOrDefault(m => m.Groups["term"].Value == term);
        if (first is null) return text;
        known.Add(term);
        var plural = first.Groups["plural"].Value;
        var before = text[..first.Index];
        var explained = before.EndsWith($"{words}{plural} (", StringComparison.OrdinalIgnoreCase) || before.EndsWith("sustainability and transformation plan (", StringComparison.Ordinal);
        if (explained) return text;
        var article = first.Index >= 3 && text[(first.Index - 3)..first.Index] is "an " && words[0] is 's' or 'c' ? 1 : 0;
        var start = text[..first.Index];
        if (article == 1) start = start[..^2] + " ";
        var end = text[(first.Index + first.Length)..];
        if (!IsInBrackets(start)) return $"{start}{words}{plural} ({term}{plural}){end}";
        return $"{start}{words}{plural}, {term}{plural}{(end.StartsWith(' ') ? "," : "")}{end}";
    }

    // Brackets inside brackets are hard to read: "(sustainability and transformation partnership, STP, footprint)".
    private static bool IsInBrackets(string start) => start.LastIndexOf('(') > start.LastIndexOf(')');

    [GeneratedRegex(@"\b(?<term>ICB|ICS|STP|CCG)(?<plural>s?)\b")]
    private static partial Regex Term();
}
