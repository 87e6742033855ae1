using Bot.Knowledge;
using Bot.Knowledge.Articles;

namespace Bot.Features.Governors;

/// <summary>One of the eight questions, taken apart from its article by the headings of its detail.</summary>
/// <param name="Number">1 to 8.</param>
/// <param name="Article">Where every sentence comes from.</param>
public sealed record EightQuestion(int Number, Article Article)
{
    public const int Count = 8;

    private const string AsAsked = "In plain words", Why = "Why it matters";

    private static readonly string[] Folded =
        ["What a good answer holds", "Where the proof is", "What to ask next", "Warning sign", "What changed since 2022"];

    /// <summary>What it is about, without its number: "Our footprint and partners".</summary>
    public string Subject => Article.Heading.Split(": ", 2)[^1] is var subject ? char.ToUpperInvariant(subject[0]) + subject[1..] : "";

    /// <summary>The question as a governor may put it.</summary>
    public string Plain => Part(AsAsked) ?? Article.Question;

    public string WhyItMatters => Part(Why) ?? "";

    /// <summary>The parts that are folded away at first: heading and Markdown.</summary>
    public IEnumerable<(string Heading, string Text)> Parts =>
        Folded.Select(heading => (heading, Part(heading))).Where(part => part.Item2 is not null).Select(part => (part.heading, part.Item2!));

    public static EightQuestion Of(int number, KnowledgeSnapshot snapshot) =>
        new(number, snapshot.Find($"q{number}") ?? throw new InvalidOperationException($"The release has no article q{number}."));

    public static IEnumerable<EightQuestion> All(KnowledgeSnapshot snapshot) => Enumerable.Range(1, Count).Select(number => Of(number, snapshot));

    /// <returns>Null for every other article.</returns>
    public static int? NumberOf(string article) => article is ['q', >= '1' and <= '8'] ? article[1] - '0' : null;

    private string? Part(string heading) => ArticleParts.Under(Article, heading);
}
