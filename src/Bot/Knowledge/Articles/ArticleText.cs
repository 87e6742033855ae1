using System.Globalization;
using System.Text;

namespace Bot.Knowledge.Articles;

/// <summary>Writes an article as the file that <see cref="ArticleFile"/> reads.</summary>
public static class ArticleText
{
    public static string Of(Article article)
    {
        var text = new StringBuilder("---\n");
        Line(text, "id", article.Id);
        Line(text, "heading", article.Heading);
        Line(text, "button", article.Button);
        Line(text, "question", article.Question);
        List(text, "alternates", article.Alternates);
        if (article.Variants.Count > 0) List(text, "variants", article.Variants);
        Line(text, "short", article.Short);
        if (article.Points.Count > 0) List(text, "points", article.Points);
        text.Append(CultureInfo.InvariantCulture, $"status: {article.Status.ToString().ToLowerInvariant()}\n");
        Optional(text, "statusNote", article.StatusNote);
        Date(text, "validFrom", article.ValidFrom);
        if (article.ValidTo is { } to) Date(text, "validTo", to);
        Date(text, "asOf", article.AsOf);
        Date(text, "reviewBy", article.ReviewBy);
        Line(text, "owner", article.Owner);
        text.Append(CultureInfo.InvariantCulture, $"confidence: {article.Confidence}\n");
        Optional(text, "supersededBy", article.SupersededBy);
        Optional(text, "group", article.Group);
        Optional(text, "about", article.About);
        List(text, "sources", article.Sources);
        Optional(text, "cited", article.Cited);
        Optional(text, "digest", article.Digest);
        List(text, "prompts", article.Prompts);
        return text.Append("---\n").Append(article.Detail.Trim()).Append('\n').ToString();
    }

    private static void Date(StringBuilder text, string field, DateOnly date) => text.Append(CultureInfo.InvariantCulture, $"{field}: {date:yyyy-MM-dd}\n");

    private static void Optional(StringBuilder text, string field, string? value)
    {
        if (value is not null) Line(text, field, value);
    }

    private static void Line(StringBuilder text, string field, string value) => text.Append(field).Append(": ").Append(Quoted(value)).Append('\n');

    private static void List(StringBuilder text, string field, IReadOnlyList<string> values)
    {
        if (values.Count == 0) text.Append(field).Append(": []\n");
        else text.Append(field).Append(":\n").AppendJoin("", values.Select(value => $"  - {Quoted(value)}\n"));
    }

    // In double quotes YAML reads every text as a text, whatever it looks like.
    internal static string Quoted(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value.ReplaceLineEndings(" "))
        {
            if (c is '"' or '\\') text.Append('\\').Append(c);
            else if (char.IsControl(c)) text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else text.Append(c);
        }

        return text.Append('"').ToString();
    }
}
