using System.Text;

namespace Bot.Papers;

/// <summary>A paper as plain text, for any screen, screen reader or email.</summary>
public static class PlainPaper
{
    private const int Ruled = 60;

    public static string Of(Paper paper)
    {
        var text = new StringBuilder();
        foreach (var block in paper.Blocks) Write(text, block);
        return text.ToString().Trim() + "\n";
    }

    private static void Write(StringBuilder text, Block block)
    {
        switch (block)
        {
            case Block.Cover cover: Underlined(text, cover.Text, '='); break;
            case Block.Heading { Level: 1 } heading: Underlined(text, heading.Text, '='); break;
            case Block.Heading { Level: 2 } heading: Underlined(text, heading.Text, '-'); break;
            case Block.Heading heading: text.Append('\n').Append(heading.Text).Append(":\n"); break;
            case Block.Paragraph paragraph: text.Append('\n').Append(paragraph.Text).Append('\n'); break;
            case Block.Bullets bullets: Lines(text, bullets.Items.Select(item => $"- {item}")); break;
            case Block.Grid grid: Grid(text, grid); break;
            case Block.RoomToWrite room: Lines(text, Enumerable.Repeat(new string('_', Ruled), room.Lines).Prepend($"{room.Label}:")); break;
            case Block.Picture picture: Lines(text, [$"Picture: {picture.Alternative}"]); break;
        }
    }

    private static void Underlined(StringBuilder text, string words, char line) =>
        text.Append("\n\n").Append(words).Append('\n').Append(line, words.Length).Append('\n');

    private static void Lines(StringBuilder text, IEnumerable<string> lines)
    {
        text.Append('\n');
        foreach (var line in lines) text.Append(line).Append('\n');
    }

    // Each row says its own column names, because columns of plain text do not line up when read aloud.
    private static void Grid(StringBuilder text, Block.Grid grid)
    {
        text.Append('\n').Append(grid.Caption).Append(":\n");
        foreach (var row in grid.Rows)
            text.Append("- ").AppendJoin("; ", row.Zip(grid.Head, (cell, head) => $"{head}: {cell}")).Append('\n');
    }
}
