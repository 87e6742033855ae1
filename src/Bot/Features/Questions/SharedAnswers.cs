using Answers;
using Answers.Understanding;
using Bot.Cards;
using Bot.Experts;
using Bot.Features.Questions.Certificates;
using Bot.Knowledge;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Releases;
using Bot.Storage;
using Microsoft.Extensions.Options;

namespace Bot.Features.Questions;

/// <summary>Answers to put into a message: found by what somebody types or wrote, or by their key. Nothing of the words is kept.</summary>
public sealed class SharedAnswers(KnowledgeStore knowledge, IOptions<Person> person, AnswerCertificates certificates, TimeProvider time)
{
    private const int MostFound = 30;
    private const string RecordsKey = "records/";

    // Below this share of the engine's belief, an entry beside the best one is noise.
    private const double LeastShare = 0.04;

    /// <summary>For a list that changes with every letter: what the engine answers, what is near, what begins with these words.</summary>
    public IReadOnlyList<SharedAnswer> Find(string text)
    {
        var snapshot = knowledge.Current;
        var clean = Clean(text);
        if (string.IsNullOrWhiteSpace(clean)) return [];
        var outcome = snapshot.Engine.Ask(clean);
        var near = outcome is NoAnswer || UnknownName.In(outcome, snapshot) is not null ? [] : outcome.Reasons.Nearest.Where(n => n.Share >= LeastShare).Select(n => n.EntryId);
        return
        [
            .. Chosen(outcome, snapshot).Concat(near).SelectMany(id => Entry(id, outcome.Reasons.Question, snapshot))
                .Concat(Titles.Beginning(clean, snapshot).Select(article => Of(article, snapshot)))
                .DistinctBy(answer => answer.Key).Take(MostFound),
        ];
    }

    /// <summary>For a whole message of somebody: every question in it.</summary>
    public SharedReading Read(string message)
    {
        var snapshot = knowledge.Current;
        var clean = Clean(message);
        var refusal = NoAnswerCard.Of(person.Value, []);
        if (string.IsNullOrWhiteSpace(clean)) return new SharedReading([], false, refusal);
        var found = Asking.Of(clean, snapshot, null).Select(heard => heard.Plain)
            .Select(outcome => (IsSure: outcome is Answered, Answers: Chosen(outcome, snapshot).SelectMany(id => Entry(id, outcome.Reasons.Question, snapshot)).ToArray()))
            .Where(one => one.Answers.Length > 0).ToArray();
        // Beside a sure answer, a guess would only be in the way.
        if (found.Any(one => one.IsSure)) found = [.. found.Where(one => one.IsSure)];
        var answers = found.SelectMany(one => one.Answers).DistinctBy(answer => answer.Key).ToArray();
        return new SharedReading(answers, !found.All(one => one.IsSure && one.Answers.Length == 1), refusal);
    }

    /// <returns>Null where the key names nothing that is held now. It comes back from clients, so it is read warily.</returns>
    public SharedAnswer? ByKey(string key)
    {
        var snapshot = knowledge.Current;
        if (snapshot.Find(key) is { } article) return Of(article, snapshot);
        return key.StartsWith(RecordsKey, StringComparison.Ordinal) && RecordAsk.Read(key[RecordsKey.Length..], snapshot.Records) is { } ask ? Of(ask, snapshot) : null;
    }

    private static string Clean(string text) => PersonalDetails.WithoutLabels(PersonalDetails.Drop(text).Text);

    private static IEnumerable<string> Chosen(Outcome outcome, KnowledgeSnapshot snapshot) => outcome switch
    {
        _ when UnknownName.In(outcome, snapshot) is not null => [],
        Answered a => [a.EntryId],
        Unsure u => u.EntryIds,
        _ => [],
    };

    private IEnumerable<SharedAnswer> Entry(string id, Question question, KnowledgeSnapshot snapshot)
    {
        if (snapshot.Find(id) is { } article) return [Of(article, snapshot)];
        if (!id.StartsWith(EntryIds.Records, StringComparison.Ordinal)) return [];
        return RecordReplies.Asks(id[EntryIds.Records.Length..], question, snapshot)
            .SelectMany(ask => RecordReplies.Single(ask, snapshot))
            .Select(ask => RecordReplies.InsteadOf(ask, snapshot) is { } article ? Of(article, snapshot) : Of(ask, snapshot)).OfType<SharedAnswer>();
    }

    private SharedAnswer Of(Article article, KnowledgeSnapshot snapshot) => Of(article.Id, ArticleReply.Of(article, snapshot, Today), snapshot);

    private SharedAnswer? Of(RecordAsk ask, KnowledgeSnapshot snapshot) =>
        RecordReplies.Words(ask, snapshot) is { } reply ? Of(RecordsKey + ask.FullKey, reply, snapshot) : null;

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private SharedAnswer Of(string key, Reply reply, KnowledgeSnapshot snapshot) =>
        new(key, reply.Heading, $"{reply.Status}. {reply.Dates}", reply.Short, SharedCard.Of(reply with { Certificate = certificates.Of(reply, snapshot, Today) }));
}
