using Answers.Understanding;

namespace Answers;

/// <summary>What became of a question: answered, unsure or refused. Always with the reasons.</summary>
public abstract record Outcome(Reasons Reasons);

/// <summary>One entry answers the question.</summary>
/// <param name="EntryId">The entry to show.</param>
/// <param name="Confidence">Calibrated chance, 0 to 1, that this is the right entry.</param>
/// <param name="Reasons">Why.</param>
public sealed record Answered(string EntryId, double Confidence, Reasons Reasons) : Outcome(Reasons);

/// <summary>Two or three entries are close; the person picks.</summary>
/// <param name="EntryIds">Best first, two or three.</param>
/// <param name="Confidence">Chance, 0 to 1, that the first is right.</param>
/// <param name="Reasons">Why.</param>
public sealed record Unsure(IReadOnlyList<string> EntryIds, double Confidence, Reasons Reasons) : Outcome(Reasons);

/// <summary>No entry answers the question.</summary>
/// <param name="Confidence">Chance, 0 to 1, that the nearest entry would have been right.</param>
/// <param name="Reasons">Why.</param>
public sealed record NoAnswer(double Confidence, Reasons Reasons) : Outcome(Reasons);

/// <summary>How an outcome came about, for people who ask why.</summary>
/// <param name="Question">The question as it was understood.</param>
/// <param name="Nearest">The nearest entries with their share of belief (0 to 1), best first, up to 5.</param>
/// <param name="Score">Log-odds of being answerable.</param>
/// <param name="Borders">The fitted borders that the confidence was held against.</param>
/// <param name="Matched">Words of the question that the best entry's own questions also hold.</param>
public sealed record Reasons(
    Question Question, IReadOnlyList<Nearness> Nearest, double Score, Borders Borders, IReadOnlyList<string> Matched)
{
    /// <summary>Belief, 0 to 1, that the question is of a kind that no entry answers.</summary>
    public double Strange { get; init; }
}

/// <summary>Confidence below which a question is refused, and from which it is answered; between the two a choice is offered.</summary>
public sealed record Borders(double Refuse, double Answer);

/// <summary>A question that was kept from the engine while it learned.</summary>
/// <param name="Confidence">The chance that the engine gave its answer.</param>
/// <param name="Right">Whether that was the right entry.</param>
/// <param name="Weight">How much it counts, so that the shares are those of real questions.</param>
public sealed record HeldBack(double Confidence, bool Right, double Weight);

/// <summary>An entry and its share of belief, 0 to 1.</summary>
public sealed record Nearness(string EntryId, double Share);

/// <summary>What the engine needs to remember of a turn to understand the next one.</summary>
/// <param name="EntryId">What was answered, if anything.</param>
/// <param name="Words">The question's words as they were read, placeholders included.</param>
/// <param name="Mentions">Names that were recognised or carried over.</param>
public sealed record LastTurn(string? EntryId, IReadOnlyList<string> Words, IReadOnlyList<Mention> Mentions);
