using Bot.Knowledge;
using Bot.Knowledge.Articles;

namespace Bot.Features.Questions;

/// <summary>Finds articles by the beginnings of words, for text that is still being typed.</summary>
internal static class Titles
{
    private static readonly char[] Gaps = [' ', ',', '.', ';', ':', '?', '!', '(', ')', '\'', '"', '/', '-', '\n', '\t'];

    /// <returns>Articles whose heading, button or question holds a word that begins with each word of the text.</returns>
    public static IEnumerable<Article> Beginning(string text, KnowledgeSnapshot snapshot)
    {
        var typed = Words(text);
        return typed.Length == 0 ? [] : snapshot.Content.Articles.Where(article => Holds(article, typed));
    }

    private static bool Holds(Article article, string[] typed)
    {
        var words = Words($"{article.Heading} {article.Button} {article.Question}");
        return Array.TrueForAll(typed, start => Array.Exists(words, word => word.StartsWith(start, StringComparison.OrdinalIgnoreCase)));
    }

    private static string[] Words(string text) => text.Split(Gaps, StringSplitOptions.RemoveEmptyEntries);
}
