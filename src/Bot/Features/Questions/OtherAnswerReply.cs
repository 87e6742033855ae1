using System.Globalization;
using System.Text.RegularExpressions;
using Bot.AzureAnswers;
using Bot.Cards;
using Bot.Knowledge.Articles;
using Bot.Turns;

namespace Bot.Features.Questions;

/// <summary>Words of an answer that is none of the guide's articles. It says plainly what is known of date and source, and invents neither.</summary>
internal static partial class OtherAnswerReply
{
    private const int MostShort = 600, MostHeading = 120, MostButton = 60;
    private const string Untitled = "From a document in Azure question answering";

    // The way in which articles are written back as pairs; other owners of a project may use it too.
    private const string DateName = "asof";

    public static Reply Of(FoundAnswer found)
    {
        var (first, rest) = Cut(found);
        return new Reply
        {
            Subject = $"{AzureDecision.EntryPrefix}{found.Id.ToString(CultureInfo.InvariantCulture)}",
            Heading = CardParts.Plain(Fit(found.Question.Length > 0 ? found.Question : Untitled, MostHeading)),
            Short = Words(first),
            Detail = rest is null ? "" : Words(rest),
            Status = "Not one of this guide's own articles, and not checked for it",
            Dates = Date(found),
            Footnote = found.Source.Length > 0 ? null : "It names no source.",
            Sources = found.Source.Length > 0 ? [Source(found)] : [],
            Prompts = [.. found.Prompts.Select(p => new Prompt(Fit(p.Text, MostButton), Verbs.FollowUp, ("pair", Number(p.QnaId)), ("previous", Number(found.Id))))],
        };
    }

    private static string Date(FoundAnswer found) =>
        DateOnly.TryParseExact(found.Metadata.GetValueOrDefault(DateName), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? $"Its own entry says: as at {ArticleReply.Day(day)}."
            : "Its date is not known.";

    private static SourceEntry Source(FoundAnswer found)
    {
        var link = Uri.TryCreate(found.Source, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps ? address.AbsoluteUri : null;
        var isTyped = found.Source.Equals("Editorial", StringComparison.OrdinalIgnoreCase);
        return new SourceEntry(found.Source, isTyped ? "typed in by the project's editors" : found.Source, "as the project names it", "no date of its own", link);
    }

    // The words that answer the question come first; the whole answer stays one press away.
    private static (string First, string? Whole) Cut(FoundAnswer found)
    {
        if (found.Span is { } span && span != found.Answer) return (Fit(span, MostShort), found.Answer);
        var paragraphs = found.Answer.ReplaceLineEndings("\n").Split("\n\n", 2);
        if (paragraphs[0].Length > MostShort) return (Fit(paragraphs[0], MostShort), found.Answer);
        return (paragraphs[0], paragraphs.Length > 1 ? paragraphs[1] : null);
    }

    // Its marks of emphasis go, and a link says where it leads; all else is shown as it was typed.
    private static string Words(string text) => CardParts.Plain(Link().Replace(Emphasis().Replace(text, ""), "$1 ($2)"));

    private static string Fit(string text, int most) => text.Length > most ? $"{text[..most]} …" : text;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\*\*|__")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)")]
    private static partial Regex Link();
}
