using Bot.Activities;
using Bot.Cards;
using Bot.Experts;
using Bot.Turns;
using Microsoft.Extensions.Options;

namespace Bot.Features.Experts;

/// <summary>Names a person to ask.</summary>
public sealed class ExpertsFeature(IOptions<Person> person) : IFeature
{
    public string Name => "Experts";

    public IReadOnlyCollection<string> Handles { get; } = [RouteKey.Verb(Verbs.Person)];

    public async ValueTask<TurnResult> HandleAsync(TurnContext turn, CancellationToken ct)
    {
        var card = Card(person.Value);
        if (!turn.IsInvoke) return new TurnResult.Card(card);
        // Where others read along, only who pressed sees the answer.
        if (turn.Activity.IsShared) return new TurnResult.Text(person.Value.Sentence);
        await turn.SendAsync(card, ct);
        return new TurnResult.Text("Whom to ask is below.");
    }

    private static AdaptiveCard Card(Person person) => new()
    {
        Body =
        [
            CardParts.Heading("Ask a person"),
            new TextBlock($"{person.Sentence} This guide does not pass your question on."),
        ],
        Actions = person.Link is { } link ? [new OpenUrlAction("Contact a person", link)] : [],
        FallbackText = person.Sentence,
        Summary = person.Sentence,
    };
}
