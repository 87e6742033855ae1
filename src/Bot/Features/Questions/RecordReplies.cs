using System.Collections.Frozen;
using System.Globalization;
using Answers.Understanding;
using Bot.Activities;
using Bot.Cards;
using Bot.Experts;
using Bot.Knowledge;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Records;
using Bot.Turns;

namespace Bot.Features.Questions;

/// <summary>Answers composed from records, as cards.</summary>
internal sealed class RecordReplies(Person person, AnswerFrames frames)
{
    // A follow-up that no button asks: the same for the year of the first plans.
    private static readonly string[] Then = ["And in 2016?"];
    private static readonly RecordIntent[] OverTime = [RecordIntent.WhichFootprint, RecordIntent.Partners];

    private static readonly FrozenDictionary<string, RecordIntent> Intents = new Dictionary<string, RecordIntent>
    {
        ["which"] = RecordIntent.WhichFootprint,
        ["covers"] = RecordIntent.Covers,
        ["status"] = RecordIntent.Status,
        ["population"] = RecordIntent.Population,
        ["partners"] = RecordIntent.Partners,
        ["trusts"] = RecordIntent.Trusts,
        ["councils"] = RecordIntent.Councils,
        ["ccgs"] = RecordIntent.Ccgs,
        ["became"] = RecordIntent.Became,
        ["changed2026"] = RecordIntent.ChangedIn2026,
        ["neighbours"] = RecordIntent.Neighbours,
        ["compare"] = RecordIntent.Compare,
        ["waves"] = RecordIntent.Waves,
        ["lists"] = RecordIntent.Lists,
    }.ToFrozenDictionary();

    /// <returns>The intent's name in content; null where it has none.</returns>
    public static string? NameOf(RecordIntent intent) => Intents.FirstOrDefault(pair => pair.Value == intent).Key;

    /// <returns>Null where the records have nothing to say to it, so that the caller refuses.</returns>
    public AdaptiveCard? Of(string intent, Question question, KnowledgeSnapshot snapshot, CardContext context)
    {
        var asks = Asks(intent, question, snapshot);
        if (asks.Count == 0) return null;
        var (asked, subject) = (asks[0].Intent, asks[0].Subjects[0]);
        if (asked is not (RecordIntent.Waves or RecordIntent.Lists) && RecordSubjects.Outside(question, snapshot.Records) is { } outside) context = context with { Note = context.Note ?? outside };
        if (asks.Count > 1)
            return ChoiceCard.Of([.. asks.Select(a => ToRecord(a.Subjects[0].Name, a.Intent, a.Key))], person, "Choose which area you mean", note: context.Note);
        if (asked is RecordIntent.Status or RecordIntent.Became && AboutArticle(subject, snapshot) is { } article)
            return About(article, asked, subject, snapshot, context);
        return Card(asks[0], snapshot, context);
    }

    /// <summary>What a question asks of the records: nothing, one thing, or the same of each bearer of a name, to choose from.</summary>
    public static IReadOnlyList<RecordAsk> Asks(string intent, Question question, KnowledgeSnapshot snapshot)
    {
        if (!Intents.TryGetValue(intent, out var asked)) return [];
        if (asked is RecordIntent.Waves or RecordIntent.Lists) return [RecordAsk.OfEngland(asked, question)];
        var subjects = asked == RecordIntent.Compare && RecordSubjects.Each(question, snapshot.Records) is { Count: > 1 } each ? each : RecordSubjects.In(question, snapshot.Records);
        if (subjects.Count == 0) return [];
        var year = RecordAsk.YearOf(question);
        if (asked == RecordIntent.Compare && subjects.Count < 2) asked = RecordIntent.Status;
        if (asked == RecordIntent.WhichFootprint && RecordSubjects.Together(question, snapshot.Records) is { Count: > 1 } together)
            return [new RecordAsk(asked, together, year)];
        if (asked != RecordIntent.Compare && RecordSubjects.AskWhich(subjects, question, snapshot.Records))
            return [.. subjects.Select(s => new RecordAsk(asked, [s], year))];
        return [new RecordAsk(asked, [.. subjects.Take(asked == RecordIntent.Compare ? 2 : 1)], RecordAsk.YearOf(question, asked))];
    }

    /// <summary>The ask itself; where the records would offer a choice, each of its options.</summary>
    public static IEnumerable<RecordAsk> Single(RecordAsk ask, KnowledgeSnapshot snapshot) => ask.Compose(snapshot.Records) is RecordChoice choice
        ? choice.Options.Select(option => snapshot.Records.Find(option.Key)).OfType<RecordSubject>().Select(subject => new RecordAsk(RecordIntent.WhichFootprint, [subject]))
        : [ask];

    /// <summary>The words of an answer; null where the records have a choice to offer, or do not hold it.</summary>
    public static Reply? Words(RecordAsk ask, KnowledgeSnapshot snapshot) =>
        ask.Compose(snapshot.Records) is RecordAnswer answer ? Words(answer, snapshot, ask) : null;

    /// <summary>The article that says more on an area's standing than its record; null where there is none.</summary>
    public static Article? InsteadOf(RecordAsk ask, KnowledgeSnapshot snapshot) =>
        ask.Intent == RecordIntent.Status ? AboutArticle(ask.Subjects[0], snapshot) : null;

    /// <summary>The card for a pressed button; null where its data names nothing that is held.</summary>
    public AdaptiveCard? Pressed(CardPress press, KnowledgeSnapshot snapshot, CardContext context) =>
        RecordAsk.Read(press, snapshot.Records) is { } ask ? Card(ask, snapshot, context) : null;

    /// <summary>An answer as plain text with its sources, for a paper; null where the data names nothing that is held.</summary>
    public static (string Words, IReadOnlyList<Citation> Sources)? Text(CardPress press, KnowledgeSnapshot snapshot)
    {
        if (RecordAsk.Read(press, snapshot.Records)?.Compose(snapshot.Records) is not RecordAnswer answer) return null;
        var sources = snapshot.SourcesOf(answer.SourceIds).ToList();
        var words = answer.ToText(id => sources.FindIndex(s => s.Id == id) is var at and >= 0
            ? $"[{at + 1}] {sources[at].Title}, {sources[at].Publisher}, {sources[at].Date}" : null);
        return (words, [.. sources.Select(s => new Citation(s.Title, $"{s.Publisher}, {s.Date}", s.Url))]);
    }

    private AdaptiveCard About(Article article, RecordIntent asked, RecordSubject subject, KnowledgeSnapshot snapshot, CardContext context)
    {
        var key = $"about/{asked}/{subject.Key}";
        return frames.Find(key, snapshot, context)
            ?? frames.Keep(key, Lineage.Beside(ArticleReply.Of(article, snapshot, context.Today), asked, subject, snapshot.Records), snapshot, context);
    }

    private AdaptiveCard Card(RecordAsk ask, KnowledgeSnapshot snapshot, CardContext context) =>
        frames.Find(Key(ask), snapshot, context) ?? Composed(ask, snapshot, context);

    private AdaptiveCard Composed(RecordAsk ask, KnowledgeSnapshot snapshot, CardContext context) => ask.Compose(snapshot.Records) switch
    {
        RecordAnswer answer => frames.Keep(Key(ask), Words(answer, snapshot, ask), snapshot, context),
        RecordChoice choice => ChoiceCard.Of([.. choice.Options.Select(o => ToRecord(o.Label, RecordIntent.WhichFootprint, o.Key))], person, choice.Heading, choice.Text, context.Note),
        RecordNotHeld missing => NotHeldCard.Of(missing.Heading, missing.Text, person, Next(missing), context.Note),
        var reply => throw new InvalidOperationException($"No card for {reply.GetType().Name}."),
    };

    private static Reply Words(RecordAnswer answer, KnowledgeSnapshot snapshot, RecordAsk ask) => new()
    {
        Subject = $"records/{ask.Intent}/{ask.Key}",
        Heading = answer.Heading,
        Short = answer.Short,
        Points = answer.Points,
        Steps = answer.Steps,
        Detail = string.Join("\n\n", answer.Detail.Select(s => $"## {s.Title}\n{string.Join('\n', s.Lines.Select(l => $"- {l}"))}").Append(answer.Attribution)),
        Folded = answer.IsFolded,
        Footnote = answer.Footnote,
        Status = answer.StatusNote?.TrimEnd('.') ?? "From public records",
        Dates = $"As at {answer.AsOf}.",
        Sources = snapshot.SourcesOf(answer.SourceIds),
        Prompts = Lineage.Map(ask.Intent, ask.Subjects[0], snapshot.Records) is { } map ? [.. Next(answer).Take(3), map] : Next(answer),
        Origin = ask.Data,
        Suggestions = ask.Year is null && OverTime.Contains(ask.Intent) ? Then : [],
        Copy = new Prompt("Copy as text", Verbs.Export, ask.Data),
    };

    private static string Key(RecordAsk ask) => string.Create(CultureInfo.InvariantCulture, $"record/{ask.Intent}/{ask.Key}/{ask.Year}");

    private static Prompt[] Next(RecordReply reply) => [.. reply.Next.Take(4).Select(n => ToRecord(n.Label, n.Intent, n.Key))];

    private static Prompt ToRecord(string label, RecordIntent intent, string key) =>
        new(label, Verbs.Record, ("intent", intent.ToString()), ("key", key));

    private static Article? AboutArticle(RecordSubject subject, KnowledgeSnapshot snapshot)
    {
        if (subject is not SystemSubject system) return null;
        string?[] names = [system.Name, system.Line.System?.Name, .. system.Line.Footprints.Select(f => f.BareName)];
        return snapshot.Content.Articles.FirstOrDefault(a => a.About is not null && names.Contains(a.About));
    }
}
