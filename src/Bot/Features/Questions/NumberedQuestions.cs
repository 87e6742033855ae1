using System.Globalization;

namespace Bot.Features.Questions;

/// <summary>Several of the eight questions asked for by number: "the 5th and 6th question", "questions 2, 3 and 4".</summary>
internal static class NumberedQuestions
{
    private static readonly string[][] Numbers =
    [
        ["1", "1st", "first", "one"], ["2", "2nd", "second", "two"], ["3", "3rd", "third", "three"], ["4", "4th", "fourth", "four"],
        ["5", "5th", "fifth", "five"], ["6", "6th", "sixth", "six"], ["7", "7th", "seventh", "seven"], ["8", "8th", "eighth", "eight", "last"],
    ];

    private static readonly string[] Joining = ["and", "&", "the", "number", "numbers", "no", "nos", "question", "questions", "q", "qs"];

    /// <returns>The numbers in order of appearance; empty where the message names fewer than two side by side.</returns>
    public static IReadOnlyList<int> In(string message)
    {
        // Whatever says that its numbers are questions has this letter.
        if (!message.Contains('q', StringComparison.OrdinalIgnoreCase)) return [];
        var words = message.ToLowerInvariant().Split([' ', ',', ';', '?', '!', '.', '\n', '/'], StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(words, w => Number(w) > 0);
        if (at < 0) return [];
        var end = at;
        var found = new List<int>();
        for (; end < words.Length && (Number(words[end]) > 0 || Joining.Contains(words[end])); end++)
            if (Number(words[end]) is > 0 and var number && !found.Contains(number)) found.Add(number);
        return found.Count > 1 && IsAboutQuestions(words, at, end) ? found : [];
    }

    public static string Wording(int number) => string.Create(CultureInfo.InvariantCulture, $"question {number}");

    // "Question" stands before the first number, among them, or right after; elsewhere the numbers count something else.
    private static bool IsAboutQuestions(string[] words, int from, int to)
    {
        for (var i = Math.Max(0, from - 2); i < Math.Min(words.Length, to + 1); i++)
            if (words[i] is "question" or "questions" or "q" or "qs" || IsMarked(words[i])) return true;
        return false;
    }

    private static int Number(string word)
    {
        var bare = IsMarked(word) ? word[1..] : word;
        return Array.FindIndex(Numbers, n => n.Contains(bare)) + 1;
    }

    private static bool IsMarked(string word) => word.Length == 2 && word[0] == 'q' && char.IsAsciiDigit(word[1]);
}
