namespace Bot.Features.Questions;

/// <summary>What a card says of its answer to machines: for votes, for the text of it, and to be drawn again.</summary>
/// <param name="Subject">What was answered, for votes.</param>
/// <param name="Mark">Differs where the words differ.</param>
/// <param name="Origin">What a button holds that shows this answer again.</param>
/// <param name="Copy">Sends the answer as text.</param>
/// <param name="Suggestions">What may be said next.</param>
internal sealed record AnswerFacts(string Subject, string Mark, IReadOnlyList<(string Name, string Value)> Origin, Prompt? Copy, IReadOnlyList<string> Suggestions)
{
    public static AnswerFacts Of(Reply reply) => new(reply.Subject, AnswerMark.Of(reply), reply.Origin, reply.Copy, reply.Suggestions);
}
