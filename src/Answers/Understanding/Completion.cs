using System.Collections.Frozen;

namespace Answers.Understanding;

/// <summary>Completes a question that leans on the turn before it.</summary>
internal static class Completion
{
    private static readonly FrozenSet<string> Pronouns = new[] { "it", "its", "they", "them", "their", "there", "one", "that" }.ToFrozenSet();

    private static readonly FrozenSet<string> Filler = new[]
    {
        "a", "an", "the", "and", "or", "but", "so", "also", "then", "of", "in", "on", "to", "for", "at", "by", "with", "about", "from",
        "is", "are", "was", "were", "be", "do", "does", "did", "has", "have", "had", "can", "could", "would", "will",
        "what", "what's", "whats", "which", "who", "who's", "whos", "how", "when", "where", "why", "that's",
        "i", "me", "my", "we", "us", "our", "you", "your", "it", "its", "they", "them", "their", "there", "one", "that", "this",
        "please", "thanks", "tell", "ok", "again", "know", "want", "say", "mean", "means", "explain", "define",
    }.ToFrozenSet();

    // They count or date something, but do not say what.
    private static readonly FrozenSet<string> Measures = new[] { "many", "much", "number", "now", "today", "currently", "then", "else", "same", "more", "others" }.ToFrozenSet();

    private static readonly FrozenSet<string> Exists = new[] { "is", "are", "was", "were", "be", "been" }.ToFrozenSet();

    /// <summary>Whether the question says itself what it is about and points to nothing before it.</summary>
    public static bool StandsAlone(Question question)
    {
        var words = question.Words;
        if (words.Count < 2 || words[0] is "and" or "but" or "so" or "also" or "or" || words[1] == "about") return false;
        for (var i = 0; i < words.Count; i++)
            if (Pronouns.Contains(words[i]) && !(words[i] == "there" && i > 0 && Exists.Contains(words[i - 1]))) return false;
        return words.Any(w => !Filler.Contains(w) && !Measures.Contains(w) && !char.IsAsciiDigit(w[0]));
    }

    /// <returns>The completed readings worth trying, most literal first; empty where the question stands alone.</returns>
    public static IEnumerable<Question> Of(Question question, LastTurn last)
    {
        if (!question.Leans) yield break;
        if (question.Mentions.Count > 0)
        {
            if (IsOnlyNames(question) && last.Mentions.Count > 0 && HasPlaceholder(last.Words))
                yield return question with { Words = Replaced(last.Words, question.Mentions[0]), Completed = true };
            yield break;
        }

        if (last.Mentions.Count > 0 && PointsBack(question))
        {
            yield return question with
            {
                Words = Inserted(question.Words, "{" + last.Mentions[0].Kind + "}"),
                Mentions = last.Mentions,
                Completed = true,
            };
            yield break;
        }

        var subject = last.Words.Where(w => !Filler.Contains(w) && w[0] != '{' && !char.IsAsciiDigit(w[0])).Take(3).ToArray();
        if (subject.Length > 0 && !subject.All(question.Words.Contains))
            yield return question with { Words = Inserted(question.Words, subject), Completed = true };
    }

    /// <summary>How much worse, in log-odds, a completed reading may be and still be preferred: a pronoun without a name points back.</summary>
    public static double Bonus(Question question) => question.Words.Any(Pronouns.Contains) ? 1.5 : 0;

    // A question about an area goes on about it only where a pronoun or a fragment says so: "who is its lead?", "population?".
    private static bool PointsBack(Question question) =>
        question.Words.Any(w => Pronouns.Contains(w) || w == "else") || question.Words.Count(w => !Filler.Contains(w)) <= 1;

    private static bool IsOnlyNames(Question question) => question.Words.All(w => w[0] == '{' || Filler.Contains(w));

    private static bool HasPlaceholder(IReadOnlyList<string> words) => words.Any(w => w[0] == '{');

    private static string[] Replaced(IReadOnlyList<string> words, Mention mention) =>
        [.. words.Select(w => w[0] == '{' ? "{" + mention.Kind + "}" : w)];

    // The last pronoun gives way to what it stands for; without one, the subject goes to the end.
    private static string[] Inserted(IReadOnlyList<string> words, params string[] subject)
    {
        for (var i = words.Count - 1; i >= 0; i--)
            if (Pronouns.Contains(words[i])) return [.. words.Take(i), .. subject, .. words.Skip(i + 1)];
        return [.. words, .. subject];
    }
}
