using Answers;
using Answers.Understanding;
using Bot.Activities;
using Bot.AzureAnswers;
using Bot.Cards;
using Bot.Experts;
using Bot.Features.Questions.Certificates;
using Bot.Features.Questions.Telling;
using Bot.Knowledge;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Releases;
using Bot.Storage;
using Bot.Turns;
using Microsoft.Extensions.Options;

namespace Bot.Features.Questions;

/// <summary>Turns an outcome of the engine into a card. Pure: the same release and outcome give the same card on the same day.</summary>
public sealed class Answering(IOptions<Person> person, IOptions<StorageOptions> storage, AnswerCertificates certificates)
{
    private const string SignpostTopic = "signposts";
    private const string FindMyFootprint = "find-my-footprint";
    private const string Preparation = "governors-prepare";
    private static readonly string[] ToOpenWith = ["ics", "partners", "timeline-overview"];
    private static readonly string[] InsteadOf = ["about-scope", EightQuestionsCard.ArticleId, FindMyFootprint];

    private readonly AnswerFrames _frames = new(certificates);

    private RecordReplies Records => field ??= new RecordReplies(person.Value, _frames);

    public AdaptiveCard Card(Outcome outcome, KnowledgeSnapshot snapshot, CardContext context)
    {
        if (context.HasPostcode)
        {
            if (outcome.Reasons.Question.Mentions.Count == 0 && outcome is not Answered { EntryId: not FindMyFootprint }) return PostcodeCard.Of(person.Value, Prompts([FindMyFootprint], snapshot), context.Note);
            context = context with { Note = context.Note ?? PostcodeCard.Note };
        }

        if (PostcodeCard.IsAskedFor(outcome)) return PostcodeCard.OfPart(person.Value, Prompts([FindMyFootprint], snapshot), context.Note);
        if (UnknownName.In(outcome, snapshot) is { } name) return UnknownName.IsOutwardCode(name) ? PostcodeCard.OfPart(person.Value, Prompts([FindMyFootprint], snapshot), context.Note) : UnknownName.Card(name, snapshot, person.Value, Prompts([FindMyFootprint], snapshot), context.Note);
        return Shown(outcome, snapshot, context);
    }

    /// <returns>Null where the button names no answer from the records any more.</returns>
    public static (string Words, IReadOnlyList<Citation> Sources)? Text(CardPress press, KnowledgeSnapshot snapshot) => RecordReplies.Text(press, snapshot);

    private AdaptiveCard Shown(Outcome outcome, KnowledgeSnapshot snapshot, CardContext context) => outcome switch
    {
        Answered { EntryId: EntryIds.SmallTalk } => SmallTalk(snapshot, context),
        Answered answered => Entry(answered.EntryId, outcome.Reasons.Question, snapshot, context with { Why = Why(outcome, snapshot, context) }),
        Unsure unsure => Choices(unsure, snapshot, context),
        _ when RecordSubjects.IsOnlyAbroad(outcome.Reasons.Question) => Entry(EntryIds.Records + "which", outcome.Reasons.Question, snapshot, context),
        _ => Refusal(snapshot, context),
    };

    /// <returns>Null where the button names nothing that is held any more.</returns>
    public AdaptiveCard? Record(CardPress press, KnowledgeSnapshot snapshot, CardContext context) =>
        Records.Pressed(press, snapshot, context);

    /// <summary>An answer of Azure question answering that is none of our articles.</summary>
    public AdaptiveCard Other(FoundAnswer found, KnowledgeSnapshot snapshot, CardContext context)
    {
        var reply = OtherAnswerReply.Of(found);
        return new AnswerFrame(reply with { Certificate = certificates.Of(reply, snapshot, context.Today) }).Card(context);
    }

    public AdaptiveCard Article(Article article, KnowledgeSnapshot snapshot, CardContext context)
    {
        var key = $"article/{article.Id}";
        if (_frames.Find(key, snapshot, context) is { } card) return card;
        var reply = ArticleReply.Of(article, snapshot, context.Today);
        if (article.Id is ['q', >= '1' and <= '8']) reply = reply with { Prompts = [.. reply.Prompts, EightQuestionsCard.ForMyTrust("Ask this for my trust", article.Id[1..])] };
        if (article.Id == Preparation) reply = reply with { Prompts = [.. reply.Prompts, EightQuestionsCard.ForMyTrust("Prepare for my trust")] };
        return _frames.Keep(key, article.Id == EightQuestionsCard.ArticleId ? EightQuestionsCard.Of(reply, snapshot) : reply, snapshot, context);
    }

    public AdaptiveCard Refusal(KnowledgeSnapshot snapshot, CardContext context, string? why = null) =>
        NoAnswerCard.Of(person.Value, Prompts(InsteadOf, snapshot), why, context.Note, context.MayTell ? new TellingOffer(context.AnswerId, storage.Value.QuestionDays) : null) with { Suggestions = Openers(snapshot) };

    private AdaptiveCard Entry(string id, Question question, KnowledgeSnapshot snapshot, CardContext context)
    {
        if (id.StartsWith(EntryIds.Records, StringComparison.Ordinal))
        {
            return Records.Of(id[EntryIds.Records.Length..], question, snapshot, context)
                ?? Entry(FindMyFootprint, question, snapshot, context);
        }

        return snapshot.Find(id) is { } article ? Article(article, snapshot, context) : Refusal(snapshot, context, snapshot.IsWithdrawn(id) ? NoAnswerCard.TakenBack : null);
    }

    private static string Why(Outcome outcome, KnowledgeSnapshot snapshot, CardContext context) => context.Why.Length > 0 ? context.Why : Explanation.Of(outcome, snapshot);

    private AdaptiveCard Choices(Unsure unsure, KnowledgeSnapshot snapshot, CardContext context)
    {
        if (IsSafe(unsure, snapshot)) return Entry(unsure.EntryIds[0], unsure.Reasons.Question, snapshot, context with { Why = Explanation.Of(unsure, snapshot) });
        var prompts = Prompts(unsure.EntryIds, snapshot);
        return prompts.Length < 2 ? Refusal(snapshot, context, unsure.EntryIds.Any(snapshot.IsWithdrawn) ? NoAnswerCard.TakenBack : null) : ChoiceCard.Of(prompts, person.Value, note: context.Note);
    }

    // A record's card names the area and links to all else that is held of it; a signpost only says whom to ask. Neither asserts too much.
    private static bool IsSafe(Unsure unsure, KnowledgeSnapshot snapshot) =>
        (unsure.EntryIds[0].StartsWith(EntryIds.Records, StringComparison.Ordinal) && unsure.Reasons.Question.Mentions.Count > 0)
        || snapshot.Find(unsure.EntryIds[0])?.Topic == SignpostTopic;

    private AdaptiveCard SmallTalk(KnowledgeSnapshot snapshot, CardContext context) =>
        SmallTalkCard.Of(person.Value, Prompts(InsteadOf, snapshot), context.Note) with { Suggestions = Openers(snapshot) };

    // For somebody who does not know what to ask; the buttons of the card lead elsewhere.
    private static string[] Openers(KnowledgeSnapshot snapshot) => [.. ToOpenWith.Select(snapshot.Find).OfType<Article>().Select(a => a.Question)];

    private static Prompt[] Prompts(IEnumerable<string> ids, KnowledgeSnapshot snapshot) =>
        [.. ids.Select(snapshot.Find).OfType<Article>().Select(Prompt.ToArticle)];
}

/// <summary>What a card needs to know of the turn it is made in.</summary>
/// <param name="AnswerId">Ties feedback to this answer.</param>
/// <param name="Today">For "not reviewed since".</param>
/// <param name="Note">Said above the answer.</param>
/// <param name="Why">Why this answer, in plain words.</param>
/// <param name="HasPostcode">A postcode was dropped from the question.</param>
/// <param name="For">Who reads it; null where it is drawn for nobody in a chat.</param>
public sealed record CardContext(string AnswerId, DateOnly Today, string? Note = null, string Why = "", bool HasPostcode = false, Audience? For = null)
{
    /// <summary>Whoever asked can be written to first, when there is an answer.</summary>
    public bool MayTell { get; init; }
}
