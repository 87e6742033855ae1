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
    private const int FormatVersion = 7;

    private readonly string[] _ids;
    private readonly QuestionReader _reader;
    private readonly Groups _groups;
    private readonly Ensemble _ensemble;
    private readonly SecondStage _stage;
    private readonly Example[][] _own;
    private readonly Coverage _coverage;
    private readonly AnswerKinds _kinds;

    private AnswerEngine(KnowledgeBase source, QuestionReader reader, List<TrainingText> texts, Ensemble ensemble, SecondStage stage)
    {
        _ids = [.. source.Entries.Select(e => e.Id)];
        (_reader, _ensemble, _stage) = (reader, ensemble, stage);
        _groups = new Groups(source.Entries);
        _own = Questions.ByClass(ensemble, texts, _ids.Length);
        _kinds = new AnswerKinds(source.Entries, TrainingTexts.Answers(source, reader));
        _coverage = new Coverage(texts, _kinds.Words);
    }

    private AnswerEngine(AnswerEngine other, SecondStage stage)
    {
        (_ids, _reader, _groups, _ensemble, _own) = (other._ids, other._reader, other._groups, other._ensemble, other._own);
        (_coverage, _kinds, _stage) = (other._coverage, other._kinds, stage);
    }

    /// <summary>Changes whenever a saved model of an older program would not fit; part of a cache's key.</summary>
    public static string Version => FormatVersion.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Trains an engine: seconds for a few thousand questions.</summary>
    /// <param name="source">What to build from.</param>
    /// <param name="fitStage">False leaves the refusal stage unfitted: <see cref="Refitted"/> must follow.</param>
    /// <exception cref="ArgumentException">Fewer than two entries, an entry without a question, or an id twice.</exception>
    public static AnswerEngine Build(KnowledgeBase source, bool fitStage = true)
    {
        Check(source);
        var reader = new QuestionReader(source);
        var texts = TrainingTexts.Of(source, reader);
        var learn = TrainingTexts.WithSlips(source, reader, texts);
        var classes = new ClassCount(source.Entries.Count, source.Strangers.Count);
        var kinds = new AnswerKinds(source.Entries, TrainingTexts.Answers(source, reader));
        var stage = fitStage ? SecondStageFitting.Fit(texts, classes, TrainingPlan.Standard, kinds) : SecondStage.Unfitted;
        var ensemble = EnsembleTraining.Run(learn, classes, TrainingPlan.Standard);
        return new AnswerEngine(source, reader, texts, ensemble, stage);
    }

    /// <summary>The same engine with its refusal stage fitted on questions that it has not learned from.</summary>
    /// <param name="questions">At least one that is ours and answered right, and one that is not ours.</param>
    public AnswerEngine Refitted(IReadOnlyList<LabelledQuestion> questions)
    {
        var seen = questions.Select(q => (Judgement: Judge(_reader.Read(q.Text)), q.EntryId)).Where(s => s.Judgement.Best.Length > 0);
        var cases = seen.Select(s => (s.Judgement.Signals, Right: s.EntryId is null ? (bool?)null : _ids[s.Judgement.Best[0]] == s.EntryId)).ToArray();
        return new AnswerEngine(this, SecondStageFitting.FitOn(cases));
    }

    /// <summary>Writes what was trained. <see cref="Load"/> needs the same knowledge base beside it.</summary>
    /// <param name="to">Can be read and sought, as a file can.</param>
    public void Save(Stream to)
    {
        var start = to.Position;
        using var writer = new BinaryWriter(to, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(FormatVersion);
        _ensemble.Write(writer);
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
        var ensemble = Ensemble.Read(reader);
        if (ensemble.Classes != new ClassCount(source.Entries.Count, source.Strangers.Count)) throw new InvalidDataException("The model file belongs to another knowledge base.");
        var stage = SecondStage.Read(reader);
        var questions = new QuestionReader(source);
        return new AnswerEngine(source, questions, TrainingTexts.Of(source, questions), ensemble, stage);
    }

    /// <summary>Answers one question.</summary>
    /// <param name="text">Any text; only the first 4,000 characters are read.</param>
    /// <param name="last">The turn before in the same conversation, if any.</param>
    public Outcome Ask(string text, LastTurn? last = null)
    {
        var plain = Judge(_reader.Read(text));
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

    private Judgement Judge(Question question)
    {
        if (question.Words.Count == 0) return new Judgement(question, [], -20, [], []);
        var example = _ensemble.Weigh(RawPair.Of(question.Words));
        var ranking = _ensemble.Rank(example);
        var best = ranking.Best(5, _kinds.Barred(question.Words));
        var signals = Signals.Of(ranking, example, best[0], _own[best[0]], _coverage.Of(question.Words, best[0]));
        return new Judgement(question, best, _stage.Score(signals), ranking.Shares, signals);
    }

    private Outcome Decide(Judgement judged)
    {
        var nearest = judged.Best.Select(k => new Nearness(_ids[k], judged.Shares[k])).ToArray();
        var reasons = new Reasons(judged.Question, nearest, judged.Score, _stage.AnswerFrom, Shared(judged));
        var chance = SecondStage.Chance(judged.Score);
        if (judged.Score < SecondStage.RefuseBelow || judged.Best.Length == 0) return new NoAnswer(chance, reasons);
        var isSure = judged.Best.Length < 2 || _stage.IsSure(judged.Score, judged.Shares[judged.Best[0]], judged.Shares[judged.Best[1]]);
        return isSure
            ? new Answered(_groups.Choose(_ids[judged.Best[0]], judged.Question.Period), chance, reasons)
            : new Unsure([.. judged.Best.Take(3).Select(k => _ids[k])], chance, reasons);
    }

    private IReadOnlyList<string> Shared(Judgement judged) =>
        judged.Best.Length == 0 ? [] : _coverage.Shared(judged.Question.Words, judged.Best[0]);

    private static void Check(KnowledgeBase source)
    {
        if (source.Entries.Count < 2) throw new ArgumentException("A knowledge base needs at least two entries.", nameof(source));
        if (source.Entries.FirstOrDefault(e => e.Questions.Count == 0) is { } empty)
            throw new ArgumentException($"Entry '{empty.Id}' has no question.", nameof(source));
        if (source.Entries.GroupBy(e => e.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"Entry '{twice.Key}' is there twice.", nameof(source));
    }

    private sealed record Judgement(Question Question, int[] Best, double Score, float[] Shares, double[] Signals);
}
