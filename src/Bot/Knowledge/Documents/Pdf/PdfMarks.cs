namespace Bot.Knowledge.Documents.Pdf;

/// <summary>Puts bullets and numbers that stand in a column of their own before the text that they belong to.</summary>
internal static class PdfMarks
{
    private const double Farthest = 60;

    public static PdfPage Joined(PdfPage page)
    {
        var lines = page.Lines.ToList();
        foreach (var mark in page.Lines.Where(IsMark))
        {
            var at = lines.FindIndex(line => line != mark && !IsMark(line) && line.Left > mark.Right && line.Left - mark.Right < Farthest && Math.Abs(line.Middle - mark.Middle) < mark.Height * 0.6);
            if (at < 0) continue;
            lines[at] = new PdfLine([.. mark.Words, .. lines[at].Words], page.Number, lines[at].Block);
            lines.Remove(mark);
        }

        return page with { Lines = lines };
    }

    private static bool IsMark(PdfLine line) => line.Text.Length <= 6 && Marks.Split($"{line.Text} x") is (_, "x");
}
