namespace Bot.Knowledge.Documents;

/// <summary>Cuts passages that are longer than anybody reads as an answer, between blocks where it can.</summary>
internal static class LongPassages
{
    private const int Most = 12_000, MostPassages = 3000;

    /// <exception cref="DocumentException">There is more than a document holds.</exception>
    public static IReadOnlyList<Passage> Cut(IReadOnlyList<Passage> passages, Findings findings)
    {
        var cut = new List<Passage>();
        foreach (var passage in passages)
        {
            var parts = Parts(passage.Blocks);
            if (parts.Count > 1) findings.Warn($"The text under \"{passage.Heading}\" is long and was cut into {parts.Count} parts. Headings in the document would cut it better.");
            cut.AddRange(parts.Select((blocks, i) => passage with { Heading = i == 0 ? passage.Heading : $"{passage.Heading} (part {i + 1})", Blocks = blocks }));
            if (cut.Count > MostPassages) throw new DocumentException($"The document makes more than {MostPassages} passages. Split it and send the parts.");
        }

        return cut;
    }

    private static List<List<Block>> Parts(IReadOnlyList<Block> blocks)
    {
        var parts = new List<List<Block>> { new() };
        var length = 0;
        foreach (var block in blocks.SelectMany(Short))
        {
            var more = block.Lines.Sum(line => line.Length + 1);
            if (length > 0 && length + more > Most)
            {
                parts.Add([]);
                length = 0;
            }

            parts[^1].Add(block);
            length += more;
        }

        return parts;
    }

    // A list or a table is cut between its lines, a line between its words.
    private static IEnumerable<Block> Short(Block block)
    {
        if (block.Lines.Sum(line => line.Length + 1) <= Most) return [block];
        var head = block.Kind == BlockKind.Table ? block.Lines.Take(1) : [];
        var lines = block.Lines.SelectMany(Short).ToArray();
        var fits = Math.Max(1, (int)(Most / (lines.Average(line => line.Length) + 1)) - 1);
        return lines.Chunk(fits).Select((chunk, i) => block with { Lines = [.. i == 0 ? [] : head, .. chunk] });
    }

    private static IEnumerable<string> Short(string line)
    {
        while (line.Length > Most)
        {
            var end = line.LastIndexOf(' ', Most) is > 0 and var space ? space : Most;
            yield return line[..end];
            line = line[end..].TrimStart();
        }

        yield return line;
    }
}
