using System.Collections.Frozen;

namespace Bot.Knowledge.Articles;

/// <summary>Reads one Markdown file: a head in YAML between two lines of '---', then the detail.</summary>
internal static class ArticleFile
{
    private static readonly FrozenSet<string> Fields = new[]
    {
        "id", "heading", "button", "question", "alternates", "variants", "short", "points", "status", "statusNote", "validFrom", "validTo",
        "asOf", "reviewBy", "owner", "confidence", "supersededBy", "group", "about", "sources", "cited", "digest", "prompts",
    }.ToFrozenSet();

    public static Article? Read(string path, string text, List<Problem> problems)
    {
        var body = text.ReplaceLineEndings("\n");
        var end = body.IndexOf("\n---\n", StringComparison.Ordinal);
        if (!body.StartsWith("---\n", StringComparison.Ordinal) || end < 0)
        {
            problems.Add(new Problem(path, 1, "The file must start with a head between two lines of '---'."));
            return null;
        }

        var before = problems.Count;
        var head = new FrontMatter(path, body[4..(end + 1)], Fields, problems);
        var article = Build(path, head, body[(end + 5)..].Trim(), 2 + body.AsSpan(0, end + 5).Count('\n') - 1);
        return problems.Count == before ? article : null;
    }

    private static Article Build(string path, FrontMatter head, string detail, int detailLine) => new()
    {
        Id = head.Text("id"),
        Topic = Path.GetDirectoryName(path)?.Replace('\\', '/') ?? "",
        Heading = head.Text("heading"),
        Button = head.Text("button"),
        Question = head.Text("question"),
        Alternates = head.List("alternates"),
        Variants = head.List("variants", optional: true),
        Short = head.Text("short"),
        Points = head.List("points", optional: true),
        Detail = detail,
        Status = head.Choice<ArticleStatus>("status"),
        StatusNote = head.OptionalText("statusNote"),
        ValidFrom = head.Date("validFrom"),
        ValidTo = head.OptionalDate("validTo"),
        AsOf = head.Date("asOf"),
        ReviewBy = head.Date("reviewBy"),
        Owner = head.Text("owner"),
        Confidence = head.Choice<Confidence>("confidence"),
        SupersededBy = head.OptionalText("supersededBy"),
        Group = head.OptionalText("group"),
        About = head.OptionalText("about"),
        Sources = head.List("sources"),
        Cited = head.OptionalText("cited"),
        Digest = head.OptionalText("digest"),
        Prompts = head.List("prompts"),
        Place = new ArticlePlace(path, head.Lines, detailLine),
    };
}
