using Bot.Knowledge.Records;

namespace Bot.Trusts;

/// <summary>
/// A trust that something outside points to, such as the domain of an email address in the roster of Teams. Only ever offered, with the
/// reason shown, and one tap to confirm; nothing of it is kept.
/// </summary>
/// <param name="Trust">Which.</param>
/// <param name="Reason">A sentence for the person: "Your email address in Teams ends in trust.example."</param>
public sealed record TrustSuggestion(TrustSubject Trust, string Reason);
