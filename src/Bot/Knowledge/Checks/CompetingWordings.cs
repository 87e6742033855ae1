using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Checks;

/// <summary>Finds wordings that two articles claim: whoever asks so can only get one of them.</summary>
internal static class CompetingWordings
{
    public static IEnumerable<Problem> Check(Content content)
    {
        var claimed = new Dictionary<string, Article>(StringComparer.Ordinal);
        foreach (var article in content.Articles.Where(a => a.About is null))
        {
            foreach (var wording in article.Alternates.Concat(article.Variants).Prepend(article.Question))
            {
                var key = KeyOf(wording);
                if (!claimed.TryAdd(key, article) && claimed[key] is var other && other.Id != article.Id)
                    yield return ContentRules.At(article, "alternates", $"\"{wording}\" is a wording of {other.Place.Path} too. Keep it in the one that answers it better.");
            }
        }
    }

    /// <summary>The same for wordings that differ in capitals and stops only.</summary>
    public static string KeyOf(string wording) => string.Join(' ', ContentRules.Words(wording)).ToLowerInvariant();
}
