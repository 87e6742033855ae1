using Bot.Cards;

namespace Bot.Features.Questions;

/// <summary>Cuts the Markdown of a detail into card elements: headings of their own, lists and paragraphs as text.</summary>
internal static class DetailBlocks
{
    public static IReadOnlyList<CardElement> Of(string markdown)
    {
        var blocks = new List<CardElement>();
        foreach (var block in markdown.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var rest = block;
            if (rest.StartsWith('#'))
            {
                var end = rest.IndexOf('\n');
                blocks.Add(CardParts.Subheading((end < 0 ? rest : rest[..end]).TrimStart('#', ' ')));
                rest = end < 0 ? "" : rest[(end + 1)..];
            }

            if (rest.Length > 0) blocks.Add(new TextBlock(rest) { Spacing = Spacing.Small });
        }

        return blocks;
    }
}
