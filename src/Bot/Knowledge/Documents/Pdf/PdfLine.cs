namespace Bot.Knowledge.Documents.Pdf;

/// <summary>A word with its box, in points from the upper left corner of its page.</summary>
internal sealed record PdfWord(string Text, double Left, double Top, double Right, double Bottom)
{
    public double Height => Bottom - Top;

    public double Middle => (Top + Bottom) / 2;
}

/// <summary>Words on one line.</summary>
/// <param name="Words">At least one, from left to right.</param>
/// <param name="Page">From 1.</param>
/// <param name="Block">Lines that the page keeps together have the same.</param>
internal sealed record PdfLine(IReadOnlyList<PdfWord> Words, int Page, int Block)
{
    public string Text { get; } = string.Join(' ', Words.Select(word => word.Text));

    public double Left { get; } = Words.Min(word => word.Left);

    public double Right { get; } = Words.Max(word => word.Right);

    public double Top { get; } = Words.Min(word => word.Top);

    public double Bottom { get; } = Words.Max(word => word.Bottom);

    /// <summary>Of most words: one in another font does not count.</summary>
    public double Height { get; } = Words.Select(word => word.Height).Order().ElementAt(Words.Count / 2);

    public double Middle => (Top + Bottom) / 2;
}

/// <summary>A page with its lines in reading order.</summary>
internal sealed record PdfPage(int Number, double Width, double Height, IReadOnlyList<PdfLine> Lines);
