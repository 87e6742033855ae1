using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace Bot.Knowledge.Documents.Plain;

/// <summary>Markdown by its blocks. HTML in it is dropped: what it would do is not known.</summary>
internal static class MarkdownDocument
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseTaskLists().UseYamlFrontMatter().Build();

    public static ReadDocument Read(string name, byte[] bytes)
    {
        var findings = new Findings();
        var warnings = new List<string>();
        var text = CleanText.Characters(TextBytes.Decode(bytes, warnings), findings);
        findings.Warn(warnings);
        var pieces = new List<Piece>();
        try
        {
            foreach (var block in Markdown.Parse(text, Pipeline)) Add(block, 0, pieces, findings);
        }
        catch (ArgumentException)
        {
            throw new DocumentException("The text is nested too deeply to be a document. Simplify it and send it again.");
        }

        return Outline.Of(name, Titles.OnlyTop(pieces) ?? Only(pieces), pieces, findings);
    }

    private static string? Only(List<Piece> pieces) =>
        pieces.FirstOrDefault() is { Kind: PieceKind.Heading, Level: 1 } first && pieces.Count(p => p.Kind == PieceKind.Heading) == 1 ? first.Text : null;

    private static void Add(Markdig.Syntax.Block block, int depth, List<Piece> pieces, Findings findings)
    {
        switch (block)
        {
            case HeadingBlock heading:
                pieces.Add(Piece.Heading(MarkdownWords.Of(heading.Inline, findings), heading.Level));
                break;
            case ListBlock list:
                foreach (var item in list.OfType<ListItemBlock>()) AddItem(item, list, depth, pieces, findings);
                break;
            case Table table:
                pieces.Add(Piece.Table([.. table.OfType<TableRow>().Select(row => (IReadOnlyList<string>)[.. row.OfType<TableCell>().Select(cell => Words(cell, findings))])]));
                break;
            case HtmlBlock html: findings.Drop("HTML inside Markdown", "What it would do is not known.", html.Lines.ToString()); break;
            case YamlFrontMatterBlock or LinkReferenceDefinitionGroup or ThematicBreakBlock: break;
            case ContainerBlock container:
                foreach (var inner in container) Add(inner, depth, pieces, findings);
                break;
            case LeafBlock leaf:
                var text = leaf is CodeBlock code ? CleanText.Collapsed(code.Lines.ToString()) : MarkdownWords.Of(leaf.Inline, findings);
                if (text.Length > 0) pieces.Add(new Piece(PieceKind.Text, text));
                break;
        }
    }

    private static void AddItem(ListItemBlock item, ListBlock list, int depth, List<Piece> pieces, Findings findings)
    {
        var mark = list.IsOrdered ? $"{item.Order}." : "-";
        var isFirst = true;
        foreach (var block in item)
        {
            if (isFirst && block is ParagraphBlock paragraph) pieces.Add(Piece.Item(MarkdownWords.Of(paragraph.Inline, findings), depth, mark));
            else Add(block, depth + 1, pieces, findings);
            isFirst = false;
        }
    }

    private static string Words(ContainerBlock cell, Findings findings) =>
        string.Join(' ', cell.OfType<LeafBlock>().Select(leaf => MarkdownWords.Of(leaf.Inline, findings)));
}
