using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Importing;

/// <summary>An article's answer as one Markdown text, and such a text as a short answer, points and detail.</summary>
internal sealed record AnswerText(string Short, IReadOnlyList<string> Points, string Detail)
{
    private const int MostShortWords = 60, MostPoints = 14;

    public static string Of(Article article)
    {
        List<string> parts = [article.Short];
        if (article.Points.Count > 0) parts.Add(string.Join('\n', article.Points.Select(point => $"- {point}")));
        if (article.Detail.Length > 0) parts.Add(article.Detail);
        return string.Join("\n\n", parts);
    }

    public static AnswerText Of(string answer)
    {
        var blocks = answer.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var at = 0;
        var first = at < blocks.Length && !IsList(blocks[at]) ? blocks[at++].ReplaceLineEndings(" ") : "";
        IReadOnlyList<string> points = at < blocks.Length && IsList(blocks[at]) && blocks[at].Split('\n').Length <= MostPoints ? [.. blocks[at++].Split('\n').Select(line => line[2..].Trim())] : [];
        var (fits, rest) = Cut(first);
        if (fits.Length == 0) fits = points.Count > 0 ? "The answer is a list:" : answer.Trim();
        return new AnswerText(fits, points, string.Join("\n\n", blocks[at..].Prepend(rest).Where(block => block.Length > 0)));
    }

    private static bool IsList(string block) => block.Split('\n').All(line => line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("* ", StringComparison.Ordinal));

    // Whole sentences, as many as a short answer may have words.
    private static (string Fits, string Left) Cut(string text)
    {
        var end = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var ends = i + 1 == text.Length || (text[i] is '.' or '!' or '?' && text[i + 1] == ' ');
            if (!ends) continue;
            if (text[..(i + 1)].Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > MostShortWords && end > 0) break;
            end = i + 1;
        }

        return (text[..end].Trim(), text[end..].Trim());
    }
}
