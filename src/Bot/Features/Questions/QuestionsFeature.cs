using Answers;
using Bot.Activities;
using Bot.Cards;
using Bot.Knowledge;
using Bot.Storage;
using Bot.Telemetry;
using Bot.Turns;
using LastTurn = Answers.LastTurn;

namespace Bot.Features.Questions;

/// <summary>A question is asked and answered, or honestly not.</summary>
public sealed class QuestionsFeature(Hearing hearing, Answering answering, TurnMemory memory, AnswerTrail trail, OwnQuestions own) : IFeature
{
    private const string DroppedNote =
        "Please do not send NHS numbers, dates of birth, email addresses or phone numbers. I dropped what you sent and did not keep it.";

    private const string NothingToRead = "I can only read text, and there was none in your message.";

    private static readonly TurnResult Gone = new TurnResult.Failed("Gone", "That answer is no longer here. Ask your question again in words.");

    private static readonly TurnResult Withdrawn = new TurnResult.Failed("Withdrawn", NoAnswerCard.TakenBack);

    public string Name => "Questions";

    public IReadOnlyCollection<string> Handles { get; } =
    [
        RouteKey.Message, RouteKey.Event(ActivityTypes.MessageUpdate), RouteKey.Event(ActivityTypes.MessageDelete),
        RouteKey.Verb(Verbs.Answer), RouteKey.Verb(Verbs.Record), RouteKey.Verb(Verbs.Export), RouteKey.Verb(Verbs.FollowUp),
    ];

    public ValueTask<TurnResult> HandleAsync(TurnContext turn, CancellationToken ct) => turn switch
    {
        { Press: { } press } => PressedAsync(turn, press, ct),
        { Activity.Type: ActivityTypes.MessageDelete } => DeletedAsync(turn, ct),
        _ => AskedAsync(turn, isEdit: turn.Activity.Type == ActivityTypes.MessageUpdate, ct),
    };

    private async ValueTask<TurnResult> AskedAsync(TurnContext turn, bool isEdit, CancellationToken ct)
    {
        var (cards, words) = await ReadAsync(turn, ct);
        if (isEdit) await trail.ReplaceAsync(turn, cards, ct);
        else await trail.SendAsync(turn, cards, ct);
        if (words is not null) await turn.SendTextAsync(words, ct);
        return TurnResult.Nothing;
    }

    // Nobody asked for an answer; a card that stands already stays, as others may have read it.
    private async ValueTask<TurnResult> DeletedAsync(TurnContext turn, CancellationToken ct)
    {
        await memory.ForgetMessageAsync(turn, ct);
        await trail.ForgetAsync(turn, ct);
        return TurnResult.Nothing;
    }

    private async ValueTask<(IReadOnlyList<AdaptiveCard> Cards, string? Words)> ReadAsync(TurnContext turn, CancellationToken ct)
    {
        var snapshot = hearing.Snapshot;
        var clean = PersonalDetails.Drop(turn.Text);
        var hasPostcode = clean.Found.HasFlag(PersonalDetailKinds.Postcode);
        var context = Context(turn, (clean.Found & ~PersonalDetailKinds.Postcode) == PersonalDetailKinds.None ? null : DroppedNote) with { HasPostcode = hasPostcode };
        if (string.IsNullOrWhiteSpace(clean.Text)) return ([answering.Refusal(snapshot, context, NothingToRead)], null);
        // The labels' words are not the person's: with them the question beside the details would not be understood.
        var text = PersonalDetails.WithoutLabels(clean.Text);
        var last = await memory.RecallAsync(turn, ct);
        if (await own.SaidAsync(turn, text, last, snapshot, context, ct) is { } said)
            return ((said as TurnResult.Card) is { } card ? [card.Value] : [], (said as TurnResult.Text)?.Value);
        var answers = await AnswerAsync(turn, text, clean.Found == PersonalDetailKinds.None, last, snapshot, context, ct);
        using var _ = Stages.Begin(Stages.Stored);
        foreach (var answer in answers)
        {
            Meters.Answers.Add(Tags.Outcome, answer.Outcome switch { Answered => "answered", Unsure => "unsure", _ => "noAnswer" });
            await trail.LogAsync(turn, clean.Text, answer.Outcome, ct);
            await memory.ShownAsync(turn, answer.Outcome, ct);
        }

        return ([.. answers.Select(a => a.Card)], null);
    }

    /// <summary>Answers what waited for the trust to be chosen. The text came back with a button, so it is read as warily as a new one.</summary>
    public async ValueTask<AdaptiveCard> AgainAsync(TurnContext turn, string question, string? note, CancellationToken ct)
    {
        var clean = PersonalDetails.Drop(question);
        return (await AnswerAsync(turn, PersonalDetails.WithoutLabels(clean.Text), clean.Found == PersonalDetailKinds.None, null, hearing.Snapshot, Context(turn, note), ct))[^1].Card;
    }

    private async ValueTask<List<Told>> AnswerAsync(TurnContext turn, string text, bool isClean, LastTurn? last, KnowledgeSnapshot snapshot, CardContext context, CancellationToken ct)
    {
        var answers = new List<Told>();
        var asked = context.AnswerId;
        // Where others read along, or nobody could be written to first, nothing is offered that could not be kept.
        context = context with { MayTell = turn is { IsPersonal: true, UserId.Length: > 0, Activity.ExpectsReplies: false } };
        foreach (var heard in await hearing.HearAsync(text, snapshot, last, isClean, ct))
        {
            // Each of several answers is voted on by itself.
            if (answers.Count > 0) context = context with { AnswerId = $"{AnswerId.Of(turn)}-{answers.Count + 1}" };
            var noted = heard.Note is null ? context : context with { Note = context.Note is null ? heard.Note : $"{context.Note} {heard.Note}" };
            using var _ = Stages.Begin(Stages.Card);
            answers.Add(heard.Own is { } named
                ? await own.AnswerAsync(turn, heard.Text, named, snapshot, noted, ct)
                : new Told(heard.Plain, AnswerEngine.Remember(heard.Plain), await PlainAsync(turn, heard, snapshot, noted, ct)));
        }

        using (Stages.Begin(Stages.Stored))
            await memory.KeepAsync(turn, answers[^1].Remember, text, asked, ct);
        return answers;
    }

    private async ValueTask<AdaptiveCard> PlainAsync(TurnContext turn, Heard heard, KnowledgeSnapshot snapshot, CardContext context, CancellationToken ct) =>
        heard.Azure is not { } azure ? await own.PlainAsync(turn, heard.Plain, snapshot, context, ct)
        : azure.Other is { } other ? answering.Other(other, snapshot, context with { Why = azure.Why })
        : await own.PlainAsync(turn, heard.Plain, snapshot, context with { Why = azure.Why }, ct);

    private async ValueTask<TurnResult> PressedAsync(TurnContext turn, CardPress press, CancellationToken ct)
    {
        var snapshot = hearing.Snapshot;
        if (press.Verb == Verbs.FollowUp) return await FollowedAsync(turn, press, snapshot, ct);
        if (press.Verb == Verbs.Record)
        {
            if (answering.Record(press, snapshot, Context(turn, null)) is not { } record) return Gone;
            if (PressedRecord.Remember(press, snapshot) is { } asked) await memory.KeepAsync(turn, asked, ct);
            return await ShowAsync(turn, record, ct);
        }

        if (press.Verb == Verbs.Export) return await ExportAsync(turn, Answering.Text(press, snapshot), ct);
        if (press.Text("article") is not { } id || snapshot.Find(id) is not { } article)
            return press.Text("article") is { } gone && snapshot.IsWithdrawn(gone) ? Withdrawn : Gone;
        await memory.KeepAsync(turn, snapshot.Engine.Ask(article.Question), ct);
        await memory.ShownAsync(turn, article.Id, ct);
        return await ShowAsync(turn, await own.ArticleAsync(turn, article.Id, ct) ?? answering.Article(article, snapshot, Context(turn, null)), ct);
    }

    private async ValueTask<TurnResult> FollowedAsync(TurnContext turn, CardPress press, KnowledgeSnapshot snapshot, CancellationToken ct)
    {
        if (!int.TryParse(press.Text("pair"), out var pair)) return Gone;
        var previous = int.TryParse(press.Text("previous"), out var id) ? id : (int?)null;
        if (await hearing.FollowAsync(pair, previous, snapshot, ct) is not { } found) return Gone;
        var context = Context(turn, null) with { Why = found.Why };
        return await ShowAsync(turn, found.Other is { } other ? answering.Other(other, snapshot, context) : answering.Card(found.Outcome, snapshot, context), ct);
    }

    private static async ValueTask<TurnResult> ExportAsync(TurnContext turn, (string Words, IReadOnlyList<Citation> Sources)? text, CancellationToken ct)
    {
        if (text is not var (words, sources)) return Gone;
        await turn.SendTextAsync(words, sources, ct);
        return turn.IsInvoke ? new TurnResult.Text("The text is below. Copy it into your paper.") : TurnResult.Nothing;
    }

    // A pressed button's own response would replace the card it stands on, so the new card comes as a message of its own.
    private async ValueTask<TurnResult> ShowAsync(TurnContext turn, AdaptiveCard card, CancellationToken ct)
    {
        await trail.SendAsync(turn, [card], ct);
        return turn.IsInvoke ? new TurnResult.Text("The answer is below.") : TurnResult.Nothing;
    }

    /// <summary>An answer as one person sees it now; see <see cref="AnswerView"/>.</summary>
    public AdaptiveCard? View(TurnContext turn, CardPress press, bool? helpful)
    {
        var snapshot = hearing.Snapshot;
        var reader = new Audience(turn.UserId, turn.Activity.IsShared, helpful, press.Text("was"));
        var context = Context(turn, null) with { AnswerId = press.Text("answer") ?? AnswerId.Of(turn), For = reader };
        if (press.Text("article") is not { } id) return answering.Record(press, snapshot, context);
        return snapshot.Find(id) is { } article ? answering.Article(article, snapshot, context) : null;
    }

    private static CardContext Context(TurnContext turn, string? note) =>
        new(AnswerId.Of(turn), DateOnly.FromDateTime(turn.Now.UtcDateTime), note, For: new Audience(turn.UserId, turn.Activity.IsShared));
}
