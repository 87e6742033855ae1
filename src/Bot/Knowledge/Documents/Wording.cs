using System.Text.RegularExpressions;

namespace Bot.Knowledge.Documents;

/// <summary>Tells questions from sentences by how they are written.</summary>
internal static partial class Wording
{
    private const int MostWords = 35;

    /// <summary>One question and nothing else.</summary>
    public static bool IsQuestion(string text)
    {
        var asked = Label().Replace(text, "").Trim();
        return asked.EndsWith('?') && asked.Length > 3 && Words(asked) <= MostWords && !Stop().IsMatch(asked);
    }

    /// <summary>Whether it is written as a question of a list: "Q1:" or "Question 4".</summary>
    public static bool IsLabelled(string text) => Label().IsMatch(text);

    /// <summary>Without its number and its "Q:".</summary>
    public static string Question(string text) => Label().Replace(Marks.WithoutNumber(text), "").Trim();

    /// <summary>Without its "A:".</summary>
    public static string Answer(string text) => AnswerLabel().Replace(text, "");

    public static bool IsAnswer(string text) => AnswerLabel().IsMatch(text);

    /// <summary>A question with its answer behind it in the same line; null where it is none.</summary>
    public static (string Question, string Answer)? Both(string text)
    {
        var match = QuestionThenAnswer().Match(text);
        return match.Success && IsQuestion(match.Groups[1].Value) ? (Question(match.Groups[1].Value), Answer(match.Groups[2].Value)) : null;
    }

    public static bool Same(string one, string other) => string.Equals(Key(one), Key(other), StringComparison.Ordinal);

    public static string Key(string text) => string.Join(' ', WordsOf().Matches(text.ToLowerInvariant()).Select(m => m.Value));

    public static int Words(string text) => WordsOf().Count(text);

    [GeneratedRegex(@"^\s*(?:[Qq](?:uestion)?\s*\d{0,3}\s*[.:)\u2013-]|QUESTION\s*\d{0,3}\s*[.:)\u2013-]?|Question\s+\d{1,3}\s)\s*")]
    private static partial Regex Label();

    [GeneratedRegex(@"^\s*(?:A(?:nswer)?\s*\d{0,3}\s*:|A\d{1,3}[.)]|ANSWER\s*\d{0,3}\s*[.:)]?)\s*(?=\S)")]
    private static partial Regex AnswerLabel();

    [GeneratedRegex(@"^(.{8,200}?\?)\s+(\S.{8,})$", RegexOptions.Singleline)]
    private static partial Regex QuestionThenAnswer();

    [GeneratedRegex(@"[.!?]\s+\S")]
    private static partial Regex Stop();

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'\u2019-]*")]
    private static partial Regex WordsOf();
}
