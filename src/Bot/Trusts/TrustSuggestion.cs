using Bot.Knowledge.Records;

namespace Bot.Trusts;

/// <summary>
/// A trust that something outside points to, such as the domain of an e-mail address in the roster of Teams. Only ever offered, with the
/// reason shown, and one tap to confirm. Nothing in this release makes one: whoever reads a roster passes it to the choosing card.
/// </summary>
/// <param name="Trust">Which.</param>
/// <param name="Reason">A sentence for the person: "Your e-mail address ends in trust.example."</param>
public sealed record TrustSuggestion(TrustSubject Trust, string Reason);
