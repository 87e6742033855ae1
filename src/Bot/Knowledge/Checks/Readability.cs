using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Checks;

/// <summary>
/// Reading grade (Flesch-Kincaid) as a gauge, never a gate: official names are unavoidable and long, so each counts as one short word.
/// Grade plus 5 is about the age in years.
/// </summary>
internal static partial class Readability
{
    private const double WarnOver = 9;

    public static string Summary(IReadOnlyList<Article> articles)
    {
        var grades = articles.Select(a => (a.Id, Grade: Grade(a))).OrderByDescending(g => g.Grade).ToArray();
        var hardest = string.Join(", ", grades.Take(3).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Id} {g.Grade:F1}")));
        return string.Create(CultureInfo.InvariantCulture,
            $"Reading grade (a gauge): {grades.Average(g => g.Grade):F1} on average, {grades.Count(g => g.Grade > WarnOver)} articles over {WarnOver:F0}; hardest: {hardest}");
    }

    public static double Grade(Article article)
    {
        var text = Names().Replace($"{article.Short}\n\n{article.Detail}", "name");
        var sentences = Prose.Sentences(text).Select(s => s.Text).Where(s => s.Length > 0).ToArray();
        var words = sentences.SelectMany(ContentRules.Words).Where(w => w.Any(char.IsLetter)).ToArray();
        if (words.Length == 0) return 0;
        return (0.39 * words.Length / sentences.Length) + (11.8 * words.Sum(Syllables) / words.Length) - 15.59;
    }

    private static int Syllables(string word)
    {
        var count = VowelRuns().Count(word);
        if (word.EndsWith('e') && !word.EndsWith("le", StringComparison.Ordinal) && count > 1) count--;
        return Math.Max(1, count);
    }

    [GeneratedRegex(@"(?i:integrated care (board|system|partnership|strategy)s?|sustainability and transformation (partnership|plan)s?|clinical commissioning groups?|primary care networks?|foundation trusts?|accountable care (system|organisation)s?|councils? of governors|governors?|organisations?)|\b[A-Z][a-z]+(?: (?:and |of |the )?[A-Z][a-z]+)+")]
    private static partial Regex Names();

    [GeneratedRegex("[aeiouy]+", RegexOptions.IgnoreCase)]
    private static partial Regex VowelRuns();
}
