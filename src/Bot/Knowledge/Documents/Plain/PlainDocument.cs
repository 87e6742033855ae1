using System.Text.RegularExpressions;

namespace Bot.Knowledge.Documents.Plain;

/// <summary>Plain text: paragraphs between blank lines; headings are underlined, numbered, in capitals or short lines alone above text.</summary>
internal static partial class PlainDocument
{
    private const int MostHeadingWords = 14;

    /// <summary>Whether the text is a table of questions and answers, which is often called .txt too.</summary>
    public static bool IsPairs(byte[] bytes)
    {
        var text = TextBytes.Decode(bytes, []);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return PairColumns.IsHeader((end < 0 ? text : text[..end]).Split('\t')) || PairColumns.IsHeader((end < 0 ? text : text[..end]).Split(','));
    }

    public static ReadDocument Read(string name, byte[] bytes)
    {
        var findings = new Findings();
        var warnings = new List<string>();
        var text = CleanText.Characters(TextBytes.Decode(bytes, warnings), findings);
        findings.Warn(warnings);
        var pieces = new List<Piece>();
        var paged = text.Contains('\f', StringComparison.Ordinal);
        var pages = text.Split('\f');
        for (var page = 0; page < pages.Length; page++) pieces.AddRange(Pieces(pages[page].Split('\n'), paged ? page + 1 : null));
        return Outline.Of(name, null, pieces, findings);
    }

    private static IEnumerable<Piece> Pieces(string[] lines, int? page)
    {
        var paragraph = new List<string>();
        for (var i = 0; i <= lines.Length; i++)
        {
            var line = i < lines.Length ? lines[i].Trim() : "";
            var next = i + 1 < lines.Length ? lines[i + 1].Trim() : "";
            if (line.Length > 0 && Rule().IsMatch(next) && paragraph.Count == 0)
            {
                yield return Piece.Heading(CleanText.Collapsed(line), next[0] == '=' ? 1 : 2, page);
                i++;
                continue;
            }

            if (line.Length > 0 && !Rule().IsMatch(line) && (paragraph.Count == 0 || !Begins(line)))
            {
                paragraph.Add(line);
                continue;
            }

            if (Made(paragraph, line.Length == 0 && next.Length > 0, page) is { } piece) yield return piece;
            paragraph.Clear();
            if (line.Length > 0 && !Rule().IsMatch(line)) paragraph.Add(line);
        }
    }

    private static bool Begins(string line) => Marks.Split(line) is not null || Wording.IsLabelled(line) || Wording.IsAnswer(line);

    private static Piece? Made(List<string> lines, bool hasMore, int? page)
    {
        if (lines.Count == 0) return null;
        var text = CleanText.Collapsed(string.Join(' ', lines));
        if (lines.Count == 1 && hasMore && IsHeading(text)) return Piece.Heading(text, Level(text), page);
        return Marks.Split(text) is var (mark, item) ? Piece.Item(item, 0, mark, page) : new Piece(PieceKind.Text, text, page);
    }

    private static bool IsHeading(string text) =>
        Wording.Words(text) is > 0 and <= MostHeadingWords && text[^1] is not ('.' or ',' or ';' or ':' or '!') && !Wording.IsLabelled(text)
        && (char.IsUpper(text[0]) || char.IsDigit(text[0])) && !text.Contains("  ", StringComparison.Ordinal)
        && (Marks.Split(text) is null || Marks.HasHeadingNumber(text) && !text.EndsWith('?'));

    // 1 is "LEAVE", 2 "Leave" or "4. Leave", 3 "4.2 Sick leave".
    private static int Level(string text)
    {
        if (!text.Any(char.IsLower)) return 1;
        var number = text[..Math.Max(0, text.IndexOf(' ', StringComparison.Ordinal))].TrimEnd('.');
        return Marks.HasHeadingNumber(text) ? 2 + number.Count(c => c == '.') : 2;
    }

    [GeneratedRegex(@"^(={3,}|-{3,}|_{3,}|\*{3,})$")]
    private static partial Regex Rule();
}
