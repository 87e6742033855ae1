namespace Bot.Knowledge.Documents.Pdf;

/// <summary>The columns of a table as it grows: from the leftmost to the rightmost point of their cells, so that text may stand left, right or in the middle.</summary>
internal sealed class PdfColumns
{
    private const double Touching = 1;
    private readonly List<(double Left, double Right)> _columns = [];

    public int Count => _columns.Count;

    /// <summary>The number of a cell's column, from the left.</summary>
    public int Of(PdfCell cell) => _columns.FindIndex(column => Overlaps(column, (cell.Left, cell.Right)));

    /// <summary>Takes a row in where each of its cells is in one column, or between them.</summary>
    public bool TryAdd(PdfRow row)
    {
        var grown = _columns.ToList();
        foreach (var cell in row.Cells)
        {
            var range = (cell.Left, cell.Right);
            var inside = grown.FindAll(column => Overlaps(column, range));
            if (inside.Count > 1) return false;
            if (inside.Count == 1) grown.Remove(inside[0]);
            grown.Add(inside.Count == 0 ? range : (Math.Min(inside[0].Left, range.Left), Math.Max(inside[0].Right, range.Right)));
        }

        grown.Sort();
        if (grown.Zip(grown.Skip(1), Overlaps).Any(overlaps => overlaps)) return false;
        if (_columns.Count > 0 && row.Cells.Count == 1 && grown.Count > _columns.Count) return false;
        _columns.Clear();
        _columns.AddRange(grown);
        return true;
    }

    private static bool Overlaps((double Left, double Right) one, (double Left, double Right) other) =>
        Math.Min(one.Right, other.Right) - Math.Max(one.Left, other.Left) > Touching;
}
