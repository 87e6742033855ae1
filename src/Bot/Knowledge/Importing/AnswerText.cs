using Bot.Knowledge.Articles;
using Bot.Knowledge.Checks;

namespace Bot.Knowledge.Importing;

/// <summary>An article's answer as one Markdown text, and such a text as a short answer, points and detail.</summary>
internal sealed record AnswerText(string Short, IReadOnlyList<string> Points, string Detail)
{
    private const int MostPoints = 14;

    public static string Of(Article article)
    {
        List<string> parts = [article.Short];
        if (article.Points.Count > 0) parts.Add(string.Join('\n', article.Points.Select(point => $"- {point}")));
        if (article.Detail.Length > 0) parts.Add(article.Detail);
        return string.Join("\n\n", parts);
    }

    /// <param name="answer">Markdown.</param>
    /// <param name="about">What a list is of, where it has no sentence before it.</param>
    public static AnswerText Of(string answer, string? about = null)
    {
        var blocks = answer.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var at = 0;
        var first = at < blocks.Length && !IsList(blocks[at]) ? blocks[at++].ReplaceLineEndings(" ") : "";
        // A list may be the answer only where nothing of the sentence before it is left for the detail.
        var (fits, rest) = Cut(first);
        List<string> points = rest.Length == 0 && at < blocks.Length && Listed(blocks[at]) is { Count: > 0 and <= MostPoints } listed ? listed : [];
        if (points.Count > 0) at++;
        if (fits.Length == 0) fits = points.Count > 0 ? $"{about ?? "The answer is a list"}:" : $"{about ?? "The answer"}: see the list below.";
        return new AnswerText(fits, points, string.Join("\n\n", blocks[at..].Prepend(rest).Where(block => block.Length > 0)));
    }

    // Points have one level: what lies deeper is said behind the point that it belongs to. Numbers stay.
    private static List<string> Listed(string block)
    {
        if (!IsList(block)) return [];
        var points = new List<string>();
        foreach (var line in block.Split('\n'))
        {
            var (mark, text) = Documents.Marks.Split(line)!.Value;
            var point = mark == "-" ? text : $"{mark} {text}";
            if (char.IsWhiteSpace(line[0]) && points.Count > 0) points[^1] += points[^1].EndsWith(':') ? $" {point}" : $"; {point}";
            else points.Add(point);
        }

        return points;
    }

    private static bool IsList(string block) => block.Split('\n').All(line => Documents.Marks.Split(line) is not null);

    // Whole sentences, as many as a short answer may have words; of a sentence that is longer by itself, its beginning.
    private static (string Fits, string Left) Cut(string text)
    {
        var end = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var ends = i + 1 == text.Length || (text[i] is '.' or '!' or '?' && text[i + 1] == ' ');
            if (!ends) continue;
            if (ContentRules.Words(text[..(i + 1)]).Length > ContentRules.MostShortWords) break;
            end = i + 1;
        }

        return end > 0 || text.Length == 0 ? (text[..end].Trim(), text[end..].Trim()) : (Beginning(text), text);
    }

    private static string Beginning(string text)
    {
        var end = text.Length;
        while (ContentRules.Words(text[..end]).Length >= ContentRules.MostShortWords && text.LastIndexOf(' ', end - 1) is > 0 and var space) end = space;
        return text[..end].TrimEnd(',', ';', ':', ' ') + " …";
    }
}
