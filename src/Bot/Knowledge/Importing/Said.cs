using Bot.Knowledge.Articles;
using Bot.Knowledge.Documents;

namespace Bot.Knowledge.Importing;

/// <summary>One thing that a document says, on its way to becoming an article.</summary>
/// <param name="Question">What it answers.</param>
/// <param name="Others">Further wordings.</param>
/// <param name="Heading">A title without stop or question mark.</param>
/// <param name="Answer">Markdown.</param>
/// <param name="Cited">Page and section, in words; null where the document has neither.</param>
internal sealed record Said(string Question, IReadOnlyList<string> Others, string Heading, string Answer, string? Cited)
{
    private const string NoWords = "Passage";

    /// <summary>What it is known by when the document is read again: a pair's question, a passage's heading.</summary>
    public string Key { get; private init; } = Question;

    /// <summary>Null where it is a passage.</summary>
    public Pair? Pair { get; init; }

    /// <summary>Differs where the document's words differ; where they stand, and what is asked of a passage, does not count.</summary>
    public string Digest => Slugs.Digest(string.Join('\n', Pair is null ? [Heading, Answer] : [Question, .. Others, Answer]), 12);

    public static Said Of(Pair pair) => new(pair.Questions[0], [.. pair.Questions.Skip(1)], Title(pair.Questions[0]), pair.Answer, Citation(pair.Page, pair.Section)) { Pair = pair };

    public static Said Of(Passage passage, string title)
    {
        var heading = Title(Marks.WithoutNumber(passage.Heading));
        var question = heading == title ? $"What does \"{title}\" say?" : $"What does \"{title}\" say about \"{heading}\"?";
        IReadOnlyList<string> path = passage.Heading == title ? passage.Section : [.. passage.Section, passage.Heading];
        return new Said(question, heading == title ? [] : [heading], heading, passage.Text, Citation(passage.Page, path)) { Key = heading };
    }

    /// <summary>Says which of several equal headings is meant.</summary>
    public Said Under(string section) => this with { Question = $"{Question.TrimEnd('?')} under \"{section}\"?", Others = [], Key = $"{section} {Key}" };

    private static string? Citation(int? page, IEnumerable<string> path)
    {
        var section = string.Join(", ", path);
        return (page, section) switch
        {
            (null, "") => null,
            (null, _) => $"section {section}",
            (_, "") => $"page {page}",
            _ => $"page {page}, section {section}",
        };
    }

    private static string Title(string text) =>
        text.Replace('"', '\'').TrimEnd('?', '.', ':', ' ') is { Length: > 0 } title ? title : NoWords;
}
