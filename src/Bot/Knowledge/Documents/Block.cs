namespace Bot.Knowledge.Documents;

public enum BlockKind { Paragraph, List, Table }

/// <summary>A paragraph, a list or a table.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Lines">A paragraph has one. A list has one for each item with its mark, two spaces deeper for each level. A table has one for each row, its cells parted by a bar.</param>
public sealed record Block(BlockKind Kind, IReadOnlyList<string> Lines)
{
    private const string Bar = " | ";

    public static Block Paragraph(string text) => new(BlockKind.Paragraph, [text]);

    public static Block Table(IReadOnlyList<IReadOnlyList<string>> rows) =>
        new(BlockKind.Table, [.. rows.Select(row => string.Join(Bar, row.Select(cell => Cell(cell))))]);

    public static string Markdown(IEnumerable<Block> blocks) => string.Join("\n\n", blocks.Select(block => block.Markdown()));

    // Cards draw no Markdown tables, so a row becomes a line that says which column each cell is of.
    private string Markdown()
    {
        if (Kind != BlockKind.Table || Lines.Count < 2) return string.Join('\n', Lines);
        var head = Lines[0].Split(Bar);
        return string.Join('\n', Lines.Skip(1).Select(line => Row(head, line.Split(Bar))));
    }

    private static string Cell(string text) =>
        string.Join("; ", text.Split('\n').Select(line => line.StartsWith("- ", StringComparison.Ordinal) ? line[2..] : line)).Replace("|", "/", StringComparison.Ordinal);

    private static string Row(string[] head, string[] cells)
    {
        var rest = cells.Select((cell, i) => (cell, i)).Skip(1).Where(c => c.cell.Length > 0)
            .Select(c => c.i < head.Length && head[c.i].Length > 0 ? $"{head[c.i]}: {c.cell}" : c.cell);
        var text = string.Join("; ", rest);
        return cells[0].Length == 0 ? $"- {text}" : text.Length == 0 ? $"- {cells[0]}" : $"- {cells[0]}. {text}";
    }
}
