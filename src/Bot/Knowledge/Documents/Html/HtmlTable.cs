using System.Globalization;
using AngleSharp.Dom;

namespace Bot.Knowledge.Documents.Html;

/// <summary>Tables of data; those that only arrange a page are read as text.</summary>
internal static class HtmlTable
{
    private const int MostSpan = 30, MostRows = 2000, LongestSaidAgain = 300;

    /// <returns>Empty where the table arranges other things.</returns>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(IElement table, Func<IElement, string> read)
    {
        if (table.GetAttribute("role") is "presentation" or "none" || table.QuerySelector("table, h1, h2, h3, h4") is not null) return [];
        var rows = new List<List<string>>();
        var down = new Dictionary<int, (string Text, int Left)>();
        foreach (var row in table.QuerySelectorAll("tr").Take(MostRows))
        {
            var cells = new List<string>();
            void Carried()
            {
                while (down.TryGetValue(cells.Count, out var above) && above.Left > 0)
                {
                    down[cells.Count] = above with { Left = above.Left - 1 };
                    cells.Add(above.Text);
                }
            }

            foreach (var cell in row.Children.Where(c => c.LocalName is "td" or "th"))
            {
                Carried();
                var text = read(cell);
                if (Span(cell, "rowspan") is > 1 and var rowspan) down[cells.Count] = (text.Length <= LongestSaidAgain ? text : "", rowspan - 1);
                cells.Add(text);
                for (var span = Span(cell, "colspan"); span > 1; span--) cells.Add("");
            }

            Carried();
            if (cells.Exists(text => text.Length > 0)) rows.Add(cells);
        }

        var columns = rows.Count == 0 ? 0 : rows.Max(row => row.Count);
        if (columns < 2 || rows.Count < 2) return [];
        return [.. rows.Select(row => (IReadOnlyList<string>)[.. row, .. Enumerable.Repeat("", columns - row.Count)])];
    }

    private static int Span(IElement cell, string name) =>
        int.TryParse(cell.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Min(span, MostSpan) : 1;
}
