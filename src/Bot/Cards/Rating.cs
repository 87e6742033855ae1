namespace Bot.Cards;

/// <summary>What a vote on an answer is about.</summary>
/// <param name="Subject">The article or record that was shown.</param>
/// <param name="Answer">Ties the vote to this one answer.</param>
public sealed record Rating(string Subject, string Answer);
