using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Checks;

/// <summary>
/// Finds answers that are both live and give different numbers of the same thing: "42 integrated care boards" here and
/// "36 integrated care boards" there. A sentence that says its year speaks of that year, so only sentences that name
/// the same years, or none, can disagree. A warning for an editor: numbers may differ for a good reason.
/// </summary>
internal static partial class NumberConflicts
{
    private sealed record Claim(Article Article, string Number, string Thing, string Years, string Sentence);

    public static IEnumerable<Problem> Check(Content content)
    {
        var claims = content.Articles.Where(a => a.Status == ArticleStatus.Current && a.ValidTo is null).SelectMany(Claims);
        foreach (var same in claims.GroupBy(claim => (claim.Thing, claim.Years)))
        {
            var first = same.First();
            foreach (var other in same.Where(claim => claim.Number != first.Number && claim.Article != first.Article).DistinctBy(claim => claim.Article.Id))
            {
                yield return new Problem(other.Article.Place.Path, 1,
                    $"It says \"{other.Number} {other.Thing}\" while {first.Article.Place.Path} says \"{first.Number} {first.Thing}\". Date both, or mend one.", IsWarning: true);
            }
        }
    }

    private static IEnumerable<Claim> Claims(Article article)
    {
        foreach (var (sentence, _) in Prose.Sentences($"{article.Short}\n\n{string.Join("\n\n", article.Points)}"))
        {
            var years = string.Join(' ', Year().Matches(sentence).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));
            foreach (Match match in Counted().Matches(sentence))
            {
                if (int.Parse(match.Groups[1].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) is >= 1900 and <= 2100) continue;
                yield return new Claim(article, match.Groups[1].Value, match.Groups[2].Value.ToLowerInvariant(), years, sentence);
            }
        }
    }

    [GeneratedRegex(@"\b(?:19|20)\d\d\b")]
    private static partial Regex Year();

    // Two words at least: "42 systems" alone is said of too many things.
    [GeneratedRegex(@"\b(\d{1,3}(?:,\d{3})*)\s+([a-z][a-z-]+(?:\s+(?:and\s+)?[a-z][a-z-]+){0,3}\s+(?:boards|systems|partnerships|trusts|groups|plans|footprints|councils|regions|networks|places|seats|governors|members|directors))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Counted();
}
