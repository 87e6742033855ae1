namespace Bot.Features.Questions;

/// <summary>Finds the questions in a message: one as it stands, several in a row, or one inside a pasted email.</summary>
internal static class MessageQuestions
{
    public const int Most = 3;

    // Up to here a message is read whole, the words around its question included: they often say what it is about.
    private const int ReadWhole = 200;
    private const int LeastWords = 3;

    /// <returns>One to three texts to ask, in order; the message itself where it holds no more than one question.</returns>
    public static IReadOnlyList<string> In(string message)
    {
        var questions = Sentences(message).Where(s => s.EndsWith('?') && Words(s) >= LeastWords).ToArray();
        return questions.Length switch
        {
            > 1 => [.. questions.Take(Most)],
            1 when message.Length > ReadWhole => questions,
            _ => [message],
        };
    }

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
