namespace Bot.Knowledge.Documents;

/// <summary>Pieces of one section as blocks: items in a row are one list.</summary>
internal static class Blocks
{
    public static IReadOnlyList<Block> Of(IReadOnlyList<Piece> pieces)
    {
        var blocks = new List<Block>();
        var items = new List<string>();
        foreach (var piece in pieces)
        {
            if (piece.Kind == PieceKind.Item)
            {
                items.Add($"{new string(' ', 2 * Math.Min(piece.Level, 5))}{piece.Mark} {piece.Text}");
                continue;
            }

            End(items, blocks);
            blocks.Add(piece.Kind == PieceKind.Table ? Block.Table(piece.Rows) : Block.Paragraph(piece.Text));
        }

        End(items, blocks);
        return blocks;
    }

    private static void End(List<string> items, List<Block> blocks)
    {
        if (items.Count > 0) blocks.Add(new Block(BlockKind.List, [.. items]));
        items.Clear();
    }
}
