using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Checks;

/// <summary>Lints what can be linted of the NHS content style (service manual, read August 2026). Review does the rest.</summary>
internal static class StyleRules
{
    public static IEnumerable<Problem> Check(Content content) => content.Articles.SelectMany(Check);

    // What a document says was written by others. How it is written must not keep it out; an editor rewrites it later.
    private static Problem Graded(Article article, Problem problem) => article.IsImported ? problem with { IsWarning = true } : problem;

    public static IEnumerable<Problem> Check(Article article)
    {
        foreach (var (field, text) in Texts(article))
        {
            foreach (var problem in Sentences(article, field, text).Concat(Words(article, field, text))) yield return Graded(article, problem);
        }

        foreach (var problem in Abbreviations(article)) yield return Graded(article, problem);
    }

    private static IEnumerable<(string Field, string Text)> Texts(Article article)
    {
        yield return ("heading", article.Heading);
        yield return ("short", article.Short);
        if (article.StatusNote is { } note) yield return ("statusNote", note);
        foreach (var point in article.Points) yield return ("points", point);
        yield return (Detail, article.Detail);
    }

    private const string Detail = "detail";

    private static IEnumerable<Problem> Sentences(Article article, string field, string text)
    {
        foreach (var sentence in Prose.Sentences(text))
        {
            var words = ContentRules.Words(sentence.Text).Length;
            if (words > 25) yield return At(article, field, sentence.Line, $"A sentence of {words} words: \"{Start(sentence.Text)}\". Cut it; up to 20 is best.");
            else if (words > 20) yield return At(article, field, sentence.Line, $"A sentence of {words} words: \"{Start(sentence.Text)}\".", warning: true);
        }
    }

    private static IEnumerable<Problem> Words(Article article, string field, string text)
    {
        foreach (var rule in StylePatterns.All)
        {
            foreach (System.Text.RegularExpressions.Match match in rule.Pattern.Matches(text))
                yield return At(article, field, text.AsSpan(0, match.Index).Count('\n'), $"\"{match.Value}\": {rule.Advice}", rule.IsWarning);
        }
    }

    // First use in each answer, in the order in which it is read: short answer, points, detail.
    private static IEnumerable<Problem> Abbreviations(Article article)
    {
        var text = $"{article.Short}\n{string.Join('\n', article.Points)}\n{article.Detail}";
        foreach (var (short_, full) in StylePatterns.Abbreviations)
        {
            var use = System.Text.RegularExpressions.Regex.Match(text, $@"\b{short_}s?\b");
            if (use.Success && !text[..(use.Index + use.Length)].Contains(full, StringComparison.OrdinalIgnoreCase))
                yield return ContentRules.At(article, "short", $"{short_} is used before it is explained. Write \"{full} ({short_})\" first.");
        }
    }

    private static Problem At(Article article, string field, int line, string message, bool warning = false)
    {
        var first = field == Detail ? article.Place.DetailLine + line : article.Place.LineOf(field);
        return new Problem(article.Place.Path, first, message, warning);
    }

    private static string Start(string sentence) => sentence.Length > 60 ? sentence[..60].ReplaceLineEndings(" ") + "…" : sentence.ReplaceLineEndings(" ");
}
