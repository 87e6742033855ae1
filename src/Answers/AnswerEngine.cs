using Answers.Deciding;
using Answers.Index;
using Answers.Ranking;
using Answers.Understanding;

namespace Answers;

/// <summary>
/// Answers questions from a fixed set of entries, offers a choice, or refuses. Immutable once built and safe to ask from
/// many threads. The same knowledge base gives the same engine, and the same question the same outcome, on any machine.
/// </summary>
public sealed class AnswerEngine
{
    private const int FormatVersion = 14, Named = 5;
    private const double NothingSaid = -20;

    private readonly string[] _ids;
    private readonly QuestionReader _reader;
    private readonly Groups _groups;
    private readonly Assessor _assessor;
    private readonly SecondStage _stage;

    private AnswerEngine(KnowledgeBase source, QuestionReader reader, Assessor assessor, SecondStage stage)
    {
        _ids = [.. source.Entries.Select(e => e.Id)];
        _groups = new Groups(source.Entries);
        (_reader, _assessor, _stage) = (reader, assessor, stage);
    }

    private AnswerEngine(AnswerEngine other, SecondStage stage) =>
        (_ids, _reader, _groups, _assessor, _stage) = (other._ids, other._reader, other._groups, other._assessor, stage);

    /// <summary>Changes whenever a saved model of an older program would not fit; part of a cache's key.</summary>
    public static string Version => FormatVersion.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Trains an engine: seconds for a few thousand questions.</summary>
    /// <param name="source">What to build from.</param>
    /// <param name="fitStage">False leaves the refusal stage unfitted: <see cref="Refitted"/> must follow.</param>
    /// <exception cref="ArgumentException">Fewer than two entries, an entry without a question, or an id twice.</exception>
    public static AnswerEngine Build(KnowledgeBase source, bool fitStage = true)
    {
        Check(source);
        var reader = QuestionReader.From(source);
        var (assessor, stage) = Size.IsLarge(source) ? ListTraining.Run(source, reader, fitStage) : Training.Run(source, reader, fitStage);
        return new AnswerEngine(source, reader, assessor, stage);
    }

    /// <summary>The same engine with its refusal stage fitted on questions that it has not learned from.</summary>
    /// <param name="questions">At least one that is ours and answered right, and one that is not ours.</param>
    public AnswerEngine Refitted(IReadOnlyList<LabelledQuestion> questions)
    {
        var seen = questions.Select(q => (Judge(_reader.Read(q.Text)).Found, q.EntryId)).Where(s => s.Found.Best.Length > 0);
        return new AnswerEngine(this, SecondStageFitting.FitOn([.. seen.Select(s => new AskedCase(s.Found.Signals, Kind(s.Found, s.EntryId), s.Found.Lead))], asTheyCome: true));
    }

    /// <summary>
    /// What the refusal stage said of questions that were kept from it: fold by fold, both the models and the stage have learned
    /// from the other folds only. Trains as long as <see cref="Build"/>.
    /// </summary>
    /// <exception cref="ArgumentException">Not a base that can be built from, or one so large that lists rank it.</exception>
    public static IReadOnlyList<HeldBack> HoldBack(KnowledgeBase source)
    {
        Check(source);
        if (Size.IsLarge(source)) throw new ArgumentException("A base of this size has no folds.", nameof(source));
        return Training.HoldBack(source, QuestionReader.From(source));
    }

    /// <summary>Writes what was trained. <see cref="Load"/> needs the same knowledge base beside it.</summary>
    /// <param name="to">Can be read and sought, as a file can.</param>
    public void Save(Stream to)
    {
        var start = to.Position;
        using var writer = new BinaryWriter(to, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(FormatVersion);
        writer.Write(_ids.Length);
        writer.Write(_assessor is ListAssessor);
        _reader.Write(writer);
        _assessor.Write(writer);
        _stage.Write(writer);
        writer.Flush();
        writer.Write(Sum.Of(to, start, to.Position));
    }

    /// <summary>Reads what <see cref="Save"/> wrote for the same knowledge base.</summary>
    /// <param name="source">What the engine was built from.</param>
    /// <param name="from">Holds one saved engine from where it stands to its end, and can be sought.</param>
    /// <exception cref="InvalidDataException">Damaged, cut short, another format, or another number of entries. Build anew.</exception>
    public static AnswerEngine Load(KnowledgeBase source, Stream from)
    {
        Check(source);
        using var reader = new BinaryReader(from, System.Text.Encoding.UTF8, leaveOpen: true);
        var (start, end) = (from.Position, from.Length - Sum.Length);
        if (end <= start || Sum.Of(from, start, end) != reader.ReadUInt64()) throw new InvalidDataException("The model file is damaged or was cut short.");
        from.Position = start;
        if (reader.ReadInt32() != FormatVersion) throw new InvalidDataException("The model file has another format.");
        if (reader.ReadInt32() != source.Entries.Count) throw new InvalidDataException("The model file belongs to another knowledge base.");
        var isListed = reader.ReadBoolean();
        var questions = QuestionReader.Read(source, reader);
        var kinds = new AnswerKinds(source.Entries);
        Assessor assessor = isListed ? ListAssessor.Read(reader, kinds) : TrainedAssessor.Read(reader, kinds);
        return new AnswerEngine(source, questions, assessor, SecondStage.Read(reader));
    }

    /// <summary>Answers one question.</summary>
    /// <param name="text">Any text; only the first 4,000 characters are read.</param>
    /// <param name="last">The turn before in the same conversation, if any.</param>
    public Outcome Ask(string text, LastTurn? last = null)
    {
        var plain = Judge(Read(text));
        if (last is null || (last.Mentions.Count == 0 && Completion.StandsAlone(plain.Question) && Decide(plain) is Answered)) return Decide(plain);
        foreach (var question in Completion.Of(plain.Question, last))
        {
            var completed = Judge(question);
            if (last.Mentions.Count > 0 || completed.Score + Completion.Bonus(plain.Question) > plain.Score) return Decide(completed);
        }

        return Decide(plain);
    }

    /// <summary>What <see cref="Ask"/> needs of this turn when the next one comes.</summary>
    public static LastTurn Remember(Outcome outcome)
    {
        var id = outcome switch { Answered a => a.EntryId, Unsure u => u.EntryIds[0], _ => null };
        return new LastTurn(id, [.. outcome.Reasons.Question.Words.Take(40)], outcome.Reasons.Question.Mentions);
    }

    private CaseKind Kind(Assessment found, string? entryId) =>
        entryId is null ? CaseKind.Stranger : _ids[found.Best[0]] == entryId ? CaseKind.Right : CaseKind.Wrong;

    private Question Read(string text)
    {
        using var _ = EngineStages.Begin(EngineStages.Understood);
        return _reader.Read(text);
    }

    private Judgement Judge(Question question)
    {
        using var _ = EngineStages.Begin(EngineStages.Ranked);
        if (question.Words.Count == 0) return new Judgement(question, Assessment.Nothing, NothingSaid);
        var found = _assessor.Assess(question.Words, Named);
        return new Judgement(question, found, found.Best.Length == 0 ? NothingSaid : _stage.Score(found.Signals));
    }

    private Outcome Decide(Judgement judged)
    {
        var (best, score) = (judged.Found.Best, judged.Score);
        var nearest = new Nearness[best.Length];
        for (var i = 0; i < best.Length; i++) nearest[i] = new Nearness(_ids[best[i]], judged.Found.Shares[i]);
        var matched = best.Length == 0 ? [] : _assessor.Shared(judged.Question.Words, best[0]);
        var from = best.Length < 2 ? _stage.AnswerFrom : _stage.From(nearest[0].Share, nearest[1].Share);
        var borders = new Borders(_stage.Chance(SecondStage.RefuseBelow), _stage.Chance(from));
        var reasons = new Reasons(judged.Question, nearest, score, borders, matched) { Strange = judged.Found.Strange };
        var chance = _stage.Chance(score);
        if (score < SecondStage.RefuseBelow || best.Length == 0) return new NoAnswer(chance, reasons);
        if (best.Length < 2 || score >= from)
            return new Answered(_groups.Choose(_ids[best[0]], judged.Question.Period), chance, reasons);
        return new Unsure([.. best.Take(3).Select(k => _ids[k])], chance, reasons);
    }

    private static void Check(KnowledgeBase source)
    {
        if (source.Entries.Count < 2) throw new ArgumentException("A knowledge base needs at least two entries.", nameof(source));
        if (source.Entries.FirstOrDefault(e => e.Questions.Count == 0) is { } empty)
            throw new ArgumentException($"Entry '{empty.Id}' has no question.", nameof(source));
        if (source.Entries.GroupBy(e => e.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"Entry '{twice.Key}' is there twice.", nameof(source));
    }

    private sealed record Judgement(Question Question, Assessment Found, double Score);
}
