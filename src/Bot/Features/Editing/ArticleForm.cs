using System.Globalization;
using System.Text.Json;
using Bot.Cards;
using Bot.Knowledge.Articles;
using Bot.Turns;

namespace Bot.Features.Editing;

/// <summary>What was typed into the form of an article, as it came; read warily, because it comes from outside.</summary>
internal sealed record ArticleForm
{
    /// <summary>All texts together; a card cannot carry more to and fro beside its preview.</summary>
    public const int MostCharacters = 24_000;

    public string Heading { get; init; } = "";
    public string Button { get; init; } = "";
    public string Question { get; init; } = "";
    public string Alternates { get; init; } = "";
    public string Variants { get; init; } = "";
    public string Short { get; init; } = "";
    public string Points { get; init; } = "";
    public string Detail { get; init; } = "";
    public string Status { get; init; } = "";
    public string StatusNote { get; init; } = "";
    public string AsOf { get; init; } = "";
    public string ReviewBy { get; init; } = "";
    public string Sources { get; init; } = "";
    public string Prompts { get; init; } = "";
    public string Why { get; init; } = "";

    /// <summary>Of the text that the form was opened with.</summary>
    public string Base { get; init; } = "";

    public int Length => Heading.Length + Button.Length + Question.Length + Alternates.Length + Variants.Length + Short.Length + Points.Length + Detail.Length + StatusNote.Length + Sources.Length + Prompts.Length + Why.Length;

    public static ArticleForm Of(Article article, string basedOn) => new()
    {
        Heading = article.Heading,
        Button = article.Button,
        Question = article.Question,
        Alternates = Lines(article.Alternates),
        Variants = Lines(article.Variants),
        Short = article.Short,
        Points = Lines(article.Points),
        Detail = article.Detail,
        Status = article.Status.ToString(),
        StatusNote = article.StatusNote ?? "",
        AsOf = Day(article.AsOf),
        ReviewBy = Day(article.ReviewBy),
        Sources = Lines(article.Sources),
        Prompts = Lines(article.Prompts),
        Base = basedOn,
    };

    public static ArticleForm Read(CardPress press) => new()
    {
        Heading = Text(press, "heading"),
        Button = Text(press, "button"),
        Question = Text(press, "question"),
        Alternates = Text(press, "alternates"),
        Variants = Text(press, "variants"),
        Short = Text(press, "shortAnswer"),
        Points = Text(press, "points"),
        Detail = Text(press, "detailText"),
        Status = Text(press, "state"),
        StatusNote = Text(press, "stateNote"),
        AsOf = Text(press, "asOf"),
        ReviewBy = Text(press, "reviewBy"),
        Sources = Text(press, "sources"),
        Prompts = Text(press, "prompts"),
        Why = Text(press, "why"),
        Base = Text(press, "base"),
    };

    /// <returns>What keeps it from being an article at all, in words; null where the content's own rules can judge it.</returns>
    public string? Problem() =>
        Length > MostCharacters ? $"The texts have {Length:N0} characters together. A form carries up to {MostCharacters:N0}. Shorten them, or change the file and import it."
        : !Enum.TryParse<ArticleStatus>(Status, out var status) || !Enum.IsDefined(status) ? "Choose a status."
        : DateInput.Read(AsOf) is null ? "Choose the date as at which the answer is right."
        : DateInput.Read(ReviewBy) is null ? "Choose the date of the next check."
        : null;

    /// <summary>Only after <see cref="Problem"/> found none. What the form does not show stays as it is.</summary>
    public Article ToArticle(Article original) => original with
    {
        Heading = Heading.Trim(),
        Button = Button.Trim(),
        Question = Question.Trim(),
        Alternates = Split(Alternates),
        Variants = Split(Variants),
        Short = OneLine(Short),
        Points = Split(Points),
        Detail = Detail.ReplaceLineEndings("\n").Trim(),
        Status = Enum.Parse<ArticleStatus>(Status),
        StatusNote = OneLine(StatusNote) is { Length: > 0 } note ? note : null,
        AsOf = DateInput.Read(AsOf)!.Value,
        ReviewBy = DateInput.Read(ReviewBy)!.Value,
        Sources = Split(Sources),
        Prompts = Split(Prompts),
    };

    private static string Lines(IReadOnlyList<string> texts) => string.Join('\n', texts);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // People write a list with or without the signs of one.
    private static string[] Split(string text) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Select(line => line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("• ", StringComparison.Ordinal) ? line[2..].Trim() : line).Where(line => line.Length > 0)];

    private static string OneLine(string text) => string.Join(' ', text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static string Text(CardPress press, string name) =>
        press.Data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";
}
