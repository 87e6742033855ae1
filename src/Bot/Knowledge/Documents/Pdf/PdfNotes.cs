using System.Text.RegularExpressions;

namespace Bot.Knowledge.Documents.Pdf;

/// <summary>Finds footnotes and the small signs that lead to them.</summary>
internal static partial class PdfNotes
{
    private const double Small = 0.9, Sign = 0.8, LowerPart = 0.5;
    private const string Why = "They would stand in the middle of a sentence.";

    public static PdfPage Removed(PdfPage page, double body, Findings findings)
    {
        var lines = page.Lines.Select(line => WithoutSigns(line, body)).OfType<PdfLine>().ToArray();
        var first = FirstOfNotes(lines, page, body);
        if (first is null) return page with { Lines = lines };
        var notes = lines.Where(line => IsSmall(line, body) && line.Top >= first.Top - 1).ToHashSet();
        foreach (var note in notes.Where(note => Begins().IsMatch(note.Text))) findings.Drop("footnotes", Why, note.Text);
        var signs = notes.Select(note => note.Text[..1]).Where(sign => sign[0] is '*' or '\u2020' or '\u2021').ToHashSet(StringComparer.Ordinal);
        return page with { Lines = [.. lines.Where(line => !notes.Contains(line)).Select(line => WithoutSign(line, signs))] };
    }

    // From the first small line that begins with a sign, all that is below it and small.
    private static PdfLine? FirstOfNotes(PdfLine[] lines, PdfPage page, double body) => lines
        .Where(line => IsSmall(line, body) && line.Middle > page.Height * LowerPart && Begins().IsMatch(line.Text))
        .Where(line => lines.All(other => other.Top <= line.Top || IsSmall(other, body))).MinBy(line => line.Top);

    private static bool IsSmall(PdfLine line, double body) => line.Height < body * Small;

    // A sign as large as the text hangs on the end of a word.
    private static PdfLine WithoutSign(PdfLine line, HashSet<string> signs) =>
        signs.Count > 0 && line.Words.Any(word => word.Text.Length > 1 && signs.Contains(word.Text[^1..]))
            ? new PdfLine([.. line.Words.Select(word => word.Text.Length > 1 && signs.Contains(word.Text[^1..]) ? word with { Text = word.Text[..^1] } : word)], line.Page, line.Block) : line;

    private static PdfLine? WithoutSigns(PdfLine line, double body)
    {
        // A note begins with its own sign, which may be smaller than the rest.
        var signs = line.Words.Where((word, i) => word.Height < body * Sign && NoteSign().IsMatch(word.Text) && (i > 0 || line.Words.Count == 1)).ToArray();
        if (signs.Length == 0) return line;
        var rest = line.Words.Except(signs).ToArray();
        return rest.Length == 0 ? null : new PdfLine(rest, line.Page, line.Block);
    }

    [GeneratedRegex(@"^(?:[\d,]{1,5}|[*\u2020\u2021\u00A7]{1,3}|[a-z])$")]
    private static partial Regex NoteSign();

    [GeneratedRegex(@"^(?:\d{1,3}|[*\u2020\u2021\u00A7]{1,3}|\[\d{1,3}\])[.)]?\s*\S")]
    private static partial Regex Begins();
}
