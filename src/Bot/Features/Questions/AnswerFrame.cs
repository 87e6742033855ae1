using Bot.Cards;

namespace Bot.Features.Questions;

/// <summary>What of an answer's card is the same for everyone who is given that answer, written once. The rest is filled in for each turn.</summary>
internal sealed class AnswerFrame
{
    private const string Gap = "{answer}", WhyId = "why";
    private readonly WrittenElements _answer, _feedback, _feedbackWithWhy;
    private readonly AnswerFacts _facts;
    private readonly string _plain, _summary;

    public AnswerFrame(Reply reply)
    {
        _facts = AnswerFacts.Of(reply);
        _answer = WrittenElements.Of(AnswerCard.Elements(reply));
        _feedback = WrittenElements.Of(FeedbackRow.Of(_facts, Gap, null, null));
        _feedbackWithWhy = WrittenElements.Of(FeedbackRow.Of(_facts, Gap, null, WhyId));
        (_plain, _summary) = (AnswerCard.Plain(reply), $"{reply.Heading}. {reply.Short}");
    }

    public AdaptiveCard Card(CardContext context)
    {
        List<CardElement> body = [];
        if (AnswerMark.IsChanged(_facts, context)) body.Add(new TextBlock(AnswerMark.Changed) { Weight = TextWeight.Bolder });
        if (context.Note is { } note) body.Add(new TextBlock(note) { Weight = TextWeight.Bolder });
        body.Add(_answer);
        body.AddRange(Feedback(context));
        if (context.Why.Length > 0) body.Add(new Container([CardParts.Subheading("Why this answer"), new TextBlock(context.Why)]) { Id = WhyId, IsVisible = false });
        return new AdaptiveCard
        {
            Body = body,
            FallbackText = _plain,
            Summary = _summary,
            Rating = new Rating(_facts.Subject, context.AnswerId),
            Refresh = AnswerMark.Refresh(_facts, context),
            Suggestions = _facts.Suggestions,
        };
    }

    private IEnumerable<CardElement> Feedback(CardContext context) => context.For is { IsShared: true } or { Helpful: not null }
        ? FeedbackRow.Of(_facts, context.AnswerId, context.For, context.Why.Length > 0 ? WhyId : null)
        : [(context.Why.Length > 0 ? _feedbackWithWhy : _feedback).With(Gap, context.AnswerId)];
}
