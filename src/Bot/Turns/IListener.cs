namespace Bot.Turns;

/// <summary>Understands a few sentences that are no questions, such as "take me through the eight questions", before a message is taken for one.</summary>
public interface IListener
{
    /// <param name="turn">The turn in which it was said.</param>
    /// <param name="text">What was said; not always the turn's own text, because a sentence may have waited for a trust to be chosen.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null where the sentence is not one of its own, which is for most; so it looks at the words before anything else.</returns>
    ValueTask<TurnResult?> HearAsync(TurnContext turn, string text, CancellationToken ct);
}
