using Bot.Cards;
using Bot.Knowledge.Records;
using Bot.Turns;

namespace Bot.Features.Questions;

/// <summary>What became of an area: a table of its descent, and the way to its place on a map.</summary>
internal static class Lineage
{
    private static readonly RecordIntent[] OnMap =
        [RecordIntent.WhichFootprint, RecordIntent.Covers, RecordIntent.Became, RecordIntent.ChangedIn2026, RecordIntent.Neighbours];

    public static Table Table(IReadOnlyList<RecordStep> steps) => new(
        [new TableColumn(4), new TableColumn(4), new TableColumn(5)],
        [TableRow.Of("Dates", "What it was", "Name"), .. steps.Select(s => TableRow.Of(s.When, s.What, s.Name))]);

    public static string Line(RecordStep step) => $"{step.When}: {step.Name} ({step.What})";

    /// <returns>Null where a map would not help, or the subject is not one area on it.</returns>
    public static Prompt? Map(RecordIntent intent, RecordSubject subject, RecordBook records) =>
        OnMap.Contains(intent) && records.Map(subject) is not null ? new Prompt("Show on a map", Verbs.Map, ("key", subject.Key)) : null;

    /// <summary>An article about an area, with the records' table and map where its descent was asked for.</summary>
    public static Reply Beside(Reply article, RecordIntent intent, RecordSubject subject, RecordBook records)
    {
        if (intent != RecordIntent.Became || records.Compose(intent, subject) is not RecordAnswer answer) return article;
        return article with { Steps = answer.Steps, Prompts = [.. article.Prompts.Take(3), .. Map(intent, subject, records) is { } map ? [map] : Array.Empty<Prompt>()] };
    }
}
