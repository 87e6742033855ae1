namespace Bot.Features.Questions;

/// <summary>Finds the questions in a message: one as it stands, several in a row, or one inside a pasted email.</summary>
internal static class MessageQuestions
{
    public const int Most = 3;

    // Up to here a message is read whole, the words around its question included: they often say what it is about.
    private const int ReadWhole = 200;
    private const int LeastWords = 3, MostSentences = 12, LongestPair = 300;

    private static readonly string[] Joints = [" and ", " as well as ", " & ", ", "];

    private static readonly string[] Openings =
        ["what", "what's", "whats", "who", "who's", "when", "where", "which", "why", "how", "is", "are", "was", "were", "do", "does", "did", "can", "has", "have", "will"];

    /// <returns>One to three texts to ask, in order; the message itself where it holds no more than one question.</returns>
    public static IReadOnlyList<string> In(string message)
    {
        var questions = All(message);
        return questions.Length switch
        {
            > 1 => [.. questions.Take(Most)],
            1 when message.Length > ReadWhole => questions,
            _ => [message],
        };
    }

    /// <summary>How many questions were found beyond those that are taken.</summary>
    public static int LeftOut(string message) => Math.Max(0, All(message).Length - Most);

    /// <summary>Other readings of a text that could not be answered whole: its question without the pleasantries around it, and what follows a colon.</summary>
    public static IEnumerable<string> Parts(string text)
    {
        var sentences = Sentences(text).Take(MostSentences).ToArray();
        var asking = sentences.Where(s => s.EndsWith('?') && Words(s) >= LeastWords).ToArray();
        foreach (var sentence in asking.Length > 0 ? asking : sentences.Where(s => Words(s) > LeastWords))
        {
            if (sentence.Length < text.Trim().Length) yield return sentence;
            if (sentence.LastIndexOf(':') is > 0 and var colon && Words(sentence[(colon + 1)..]) >= LeastWords) yield return sentence[(colon + 1)..].Trim();
        }
    }

    /// <returns>The two questions that one sentence joins ("what is an STP and when did it start"); null where it joins none.</returns>
    public static (string First, string Second)? Halves(string text)
    {
        if (text.Length > LongestPair) return null;
        foreach (var joint in Joints)
        {
            for (var at = text.IndexOf(joint, StringComparison.OrdinalIgnoreCase); at > 0; at = text.IndexOf(joint, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var (first, second) = (text[..at].Trim(), text[(at + joint.Length)..].Trim());
                if (Words(first) >= LeastWords && Words(second) >= LeastWords && Opens(first) && Opens(second)) return (first, second);
            }
        }

        return null;
    }

    private static string[] All(string message)
    {
        var numbered = NumberedQuestions.In(message);
        return numbered.Count > 1
            ? [.. numbered.Select(NumberedQuestions.Wording)]
            : [.. Sentences(message).Where(s => s.EndsWith('?') && Words(s) >= LeastWords)];
    }

    private static bool Opens(string text) => Openings.Contains(text.Split(' ', 2)[0].ToLowerInvariant());

    private static IEnumerable<string> Sentences(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var ends = text[i] is '\n' || (text[i] is '?' or '!' or '.' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])));
            if (!ends) continue;
            if (text[start..(i + 1)].Trim() is { Length: > 0 } sentence) yield return sentence;
            start = i + 1;
        }

        if (text[start..].Trim() is { Length: > 0 } rest) yield return rest;
    }

    private static int Words(string sentence) => sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
