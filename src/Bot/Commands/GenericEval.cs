using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Answers;

namespace Bot.Commands;

/// <summary><c>eval --kb</c>: builds an engine from any knowledge base and scores it.</summary>
internal static class GenericEval
{
    private const int Folds = 5, DrawSeed = 17;

    public static int Run(GenericFiles files, bool json)
    {
        var missing = files.All.FirstOrDefault(f => f is { Exists: false });
        if (missing is not null)
        {
            Console.Error.WriteLine($"{missing.Name} is not there.");
            return ExitCodes.Usage;
        }

        try
        {
            var report = Score(files);
            Console.WriteLine(json ? JsonSerializer.Serialize(report, GenericJson.Default.GenericReport) : report.ToString());
            return ExitCodes.Done;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            Console.Error.WriteLine($"A file cannot be used: {e.Message}");
            return ExitCodes.Problems;
        }
    }

    private static GenericReport Score(GenericFiles files)
    {
        var queries = Read(files.Queries, GenericJson.Default.GenericQuery);
        var validation = files.Validation is { } v ? Read(v, GenericJson.Default.GenericQuery) : [];
        var clock = Stopwatch.StartNew();
        var engine = AnswerEngine.Build(Source(files), fitStage: validation.Count == 0);
        var engines = Engines(engine, files, validation);
        var build = clock.Elapsed;
        clock.Restart();
        var answers = queries.Select((q, i) => Ask(engines[i % engines.Length], q)).ToArray();
        var report = GenericReport.Of(answers, build, clock.Elapsed);
        if (files.Predictions is { } to) Write(to, answers);
        return report;
    }

    private static KnowledgeBase Source(GenericFiles files)
    {
        var entries = Read(files.Kb, GenericJson.Default.GenericEntry);
        var strangers = files.Strangers is { } o ? Read(o, GenericJson.Default.GenericQuery).Select(q => q.Q).ToArray() : [];
        var random = new Random(DrawSeed);
        return new KnowledgeBase(
            [.. entries.Select(e => new Entry(e.Id, Name(e.Id), Draw(e.Questions, files.PerEntry, random), e.Answer ?? ""))],
            strangers.Length > 0 ? [new Strangers("known", strangers)] : []);
    }

    private static IReadOnlyList<string> Draw(IReadOnlyList<string> questions, int? count, Random random)
    {
        if (count is null) return questions;
        string[] drawn = [.. questions];
        random.Shuffle(drawn);
        return drawn[..Math.Min(Math.Max(1, count.Value), drawn.Length)];
    }

    // Import files have no title; an id made of words ("lost_luggage") is the entry's name.
    private static string Name(string id) => id.Any(char.IsAsciiDigit) ? "" : id.Replace('_', ' ').Replace('-', ' ');

    // Where the queries are the validation set itself, each fifth is answered by a stage that was fitted on the other four.
    private static AnswerEngine[] Engines(AnswerEngine engine, GenericFiles files, List<GenericQuery> validation)
    {
        if (validation.Count == 0) return [engine];
        var labelled = validation.Select(q => new LabelledQuestion(q.Q, q.ExpectId)).ToArray();
        if (files.Validation!.FullName != files.Queries.FullName) return [engine.Refitted(labelled)];
        return [.. Enumerable.Range(0, Folds).Select(fold => engine.Refitted([.. labelled.Where((_, i) => i % Folds != fold)]))];
    }

    private static GenericAnswer Ask(AnswerEngine engine, GenericQuery query)
    {
        var outcome = engine.Ask(query.Q);
        var nearest = outcome.Reasons.Nearest.Count > 0 ? outcome.Reasons.Nearest[0].EntryId : null;
        var (answered, score) = outcome switch
        {
            Answered a => (a.EntryId, a.Confidence),
            Unsure u => (u.EntryIds[0], u.Confidence),
            NoAnswer n => ((string?)null, n.Confidence),
            _ => (null, 0),
        };
        return new GenericAnswer(query, nearest, answered, score);
    }

    private static List<T> Read<T>(FileInfo file, JsonTypeInfo<T> type) =>
        [.. File.ReadLines(file.FullName).Where(l => !string.IsNullOrWhiteSpace(l)).Select(l => JsonSerializer.Deserialize(l, type)!)];

    private static void Write(FileInfo to, GenericAnswer[] answers) => File.WriteAllLines(
        to.FullName, answers.Select(a => JsonSerializer.Serialize(new GenericPrediction(a.Answered, a.Score), GenericJson.Default.GenericPrediction)));
}

/// <summary>The files of a run.</summary>
internal sealed record GenericFiles(FileInfo Kb, FileInfo Queries, FileInfo? Validation, FileInfo? Strangers, FileInfo? Predictions)
{
    /// <summary>How many questions of each entry are learned; null for all.</summary>
    public int? PerEntry { get; init; }

    public IEnumerable<FileInfo?> All => [Kb, Queries, Validation, Strangers];
}
