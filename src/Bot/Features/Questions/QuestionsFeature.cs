using Answers;
using Bot.Cards;
using Bot.Knowledge;
using Bot.Storage;
using Bot.Turns;
using LastTurn = Answers.LastTurn;

namespace Bot.Features.Questions;

/// <summary>A question is asked and answered, or honestly not.</summary>
public sealed class QuestionsFeature(KnowledgeStore knowledge, Answering answering, TurnMemory memory, QuestionLog log, OwnQuestions own) : IFeature
{
    private const string DroppedNote =
        "Please do not send NHS numbers, dates of birth, email addresses or phone numbers. I dropped what you sent and did not keep it.";

    private const string NothingToRead = "I can only read text, and there was none in your message.";

    private const string Gone = "That answer is no longer here. Ask your question again in words.";

    public string Name => "Questions";

    public IReadOnlyCollection<string> Handles { get; } = [RouteKey.Message, RouteKey.Verb(Verbs.Answer), RouteKey.Verb(Verbs.Record), RouteKey.Verb(Verbs.Export)];

    public ValueTask<TurnResult> HandleAsync(TurnContext turn, CancellationToken ct) =>
        turn.Press is { } press ? PressedAsync(turn, press, ct) : AskedAsync(turn, ct);

    private async ValueTask<TurnResult> AskedAsync(TurnContext turn, CancellationToken ct)
    {
        var snapshot = knowledge.Current;
        var clean = PersonalDetails.Drop(turn.Text);
        var hasPostcode = clean.Found.HasFlag(PersonalDetailKinds.Postcode);
        var context = Context(turn, (clean.Found & ~PersonalDetailKinds.Postcode) == PersonalDetailKinds.None ? null : DroppedNote) with { HasPostcode = hasPostcode };
        if (string.IsNullOrWhiteSpace(clean.Text)) return new TurnResult.Card(answering.Refusal(snapshot, context, NothingToRead));
        // The labels' words are not the person's: with them the question beside the details would not be understood.
        var text = PersonalDetails.WithoutLabels(clean.Text);
        var last = await memory.RecallAsync(turn, ct);
        if (await own.SaidAsync(turn, text, last, snapshot, context, ct) is { } said) return said;
        var answers = await AnswerAsync(turn, text, last, snapshot, context, ct);
        foreach (var answer in answers)
        {
            await log.WriteAsync(Logged(turn, clean.Text, answer.Outcome), ct);
            await memory.ShownAsync(turn, answer.Outcome, ct);
        }

        foreach (var answer in answers.SkipLast(1)) await turn.SendAsync(answer.Card, ct);
        return new TurnResult.Card(answers[^1].Card);
    }

    /// <summary>Answers what waited for the trust to be chosen. The text came back with a button, so it is read as warily as a new one.</summary>
    public async ValueTask<AdaptiveCard> AgainAsync(TurnContext turn, string question, string? note, CancellationToken ct)
    {
        var text = PersonalDetails.WithoutLabels(PersonalDetails.Drop(question).Text);
        return (await AnswerAsync(turn, text, null, knowledge.Current, Context(turn, note), ct))[^1].Card;
    }

    private async ValueTask<List<Told>> AnswerAsync(TurnContext turn, string text, LastTurn? last, KnowledgeSnapshot snapshot, CardContext context, CancellationToken ct)
    {
        var answers = new List<Told>();
        foreach (var heard in Asking.Of(text, snapshot, last))
        {
            answers.Add(heard.Own is { } named
                ? await own.AnswerAsync(turn, heard.Text, named, snapshot, context, ct)
                : new Told(heard.Plain, AnswerEngine.Remember(heard.Plain), answering.Card(heard.Plain, snapshot, context)));
        }

        await memory.KeepAsync(turn, answers[^1].Remember, ct);
        return answers;
    }

    private async ValueTask<TurnResult> PressedAsync(TurnContext turn, CardPress press, CancellationToken ct)
    {
        var snapshot = knowledge.Current;
        if (press.Verb == Verbs.Record)
            return answering.Record(press, snapshot, Context(turn, null)) is { } record ? await ShowAsync(turn, record, ct) : new TurnResult.Text(Gone);
        if (press.Verb == Verbs.Export) return await ExportAsync(turn, Answering.Text(press, snapshot), ct);
        if (press.Text("article") is not { } id || snapshot.Find(id) is not { } article)
            return new TurnResult.Text(Gone);
        await memory.KeepAsync(turn, snapshot.Engine.Ask(article.Question), ct);
        await memory.ShownAsync(turn, article.Id, ct);
        return await ShowAsync(turn, answering.Article(article, snapshot, Context(turn, null)), ct);
    }

    private static async ValueTask<TurnResult> ExportAsync(TurnContext turn, string? text, CancellationToken ct)
    {
        if (text is null || !turn.IsInvoke) return new TurnResult.Text(text ?? Gone);
        await turn.SendTextAsync(text, ct);
        return new TurnResult.Text("The text is below. Copy it into your paper.");
    }

    // A pressed button's own response would replace the card it stands on, so the new card comes as a message of its own.
    private static async ValueTask<TurnResult> ShowAsync(TurnContext turn, AdaptiveCard card, CancellationToken ct)
    {
        if (!turn.IsInvoke) return new TurnResult.Card(card);
        await turn.SendAsync(card, ct);
        return new TurnResult.Text("The answer is below.");
    }

    private static CardContext Context(TurnContext turn, string? note) =>
        new(AnswerId.Of(turn), DateOnly.FromDateTime(turn.Now.UtcDateTime), note);

    private static AskedQuestion Logged(TurnContext turn, string text, Outcome outcome) => new()
    {
        Text = outcome is Answered ? null : text,
        Outcome = outcome switch { Answered => "answered", Unsure => "unsure", _ => "refused" },
        ArticleId = outcome.Reasons.Nearest.Count > 0 ? outcome.Reasons.Nearest[0].EntryId : null,
        Score = outcome.Reasons.Score,
        ConversationKind = turn.Activity.Conversation?.ConversationType ?? "personal",
        At = turn.Now,
    };
}
