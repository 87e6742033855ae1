using Bot.Knowledge.Articles;
using Bot.Knowledge.Documents;

namespace Bot.Knowledge.Importing;

/// <summary>Pairs that came out of the guide, or that lead to each other.</summary>
internal static class PairArticles
{
    private const int MostPrompts = 4;

    /// <summary>The article that a pair was exported from; null where it says none.</summary>
    public static string? Named(Pair? pair) => pair?.Metadata.FirstOrDefault(m => m.Key == PairExport.ArticleName).Value;

    /// <summary>The article in the pair's words.</summary>
    public static Article Changed(Article article, Pair pair)
    {
        var said = AnswerText.Of(pair.Answer);
        var unchanged = AnswerText.Of(article) == pair.Answer.Trim();
        var questions = pair.Questions.Skip(1).ToArray();
        var kept = article.Alternates.Concat(article.Variants).SequenceEqual(questions);
        return article with
        {
            Question = pair.Questions[0],
            Alternates = kept ? article.Alternates : questions,
            Variants = kept ? article.Variants : [],
            Short = unchanged ? article.Short : said.Short,
            Points = unchanged ? article.Points : said.Points,
            Detail = unchanged ? article.Detail : said.Detail,
        };
    }

    /// <summary>The pairs by their ids; where an id comes twice, the first.</summary>
    public static Dictionary<int, int> ById(IReadOnlyList<Said> all)
    {
        var places = new Dictionary<int, int>();
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].Pair?.Id is { } id) places.TryAdd(id, i);
        }

        return places;
    }

    /// <summary>Ids of the articles that a pair leads to; a prompt to a pair that is missing is left out.</summary>
    public static IReadOnlyList<string> Prompts(IReadOnlyList<Said> all, int at, string[] ids, Dictionary<int, int> byId) =>
        [.. (all[at].Pair?.Prompts ?? []).Where(prompt => byId.ContainsKey(prompt.PairId) && byId[prompt.PairId] != at).Select(prompt => ids[byId[prompt.PairId]]).Distinct().Take(MostPrompts)];
}
