using System.Globalization;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Importing;
using Bot.Tests.Support;

namespace Bot.Tests.Knowledge.Importing;

/// <summary>How well shared phrases tell a near-duplicate, measured on the articles that the program brings.</summary>
public sealed class PointingOutWhatIsThere(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<Article> Articles = ContentFolder.Read(BuiltInContent.Folder).Content!.Articles;
    private static readonly SharedPhrases Known = new(Articles);

    [Fact]
    public void WhatAnotherDocumentSaysInOtherWords_IsPointedOut()
    {
        var shares = Articles.Select(article => Known.Nearest(Retold(article), _ => true)).ToArray();
        var right = Articles.Zip(shares).Where(pair => pair.Second?.Article.Id == pair.First.Id).Select(pair => pair.Second!.Value.Share).ToArray();
        Say("retold and found", right);

        var found = Articles.Count(article => Known.Likest(Retold(article), _ => true) is var (like, _) && like.Id == article.Id);

        Assert.True(found >= Articles.Count * 0.95, $"{found} of {Articles.Count} were pointed out");
    }

    [Fact]
    public void WhatIsNew_IsMostlyLeftAlone()
    {
        // Each article is new to the others, though all are of one field and by one hand.
        Say("new to the others", [.. Articles.Select(article => Known.Nearest(article, other => other.Id != article.Id)?.Share ?? 0)]);

        var alarms = Articles.Count(article => Known.Likest(article, other => other.Id != article.Id) is not null);

        Assert.True(alarms <= Articles.Count * 0.05, $"{alarms} of {Articles.Count} were taken for another");
    }

    // Another wording of its question, its short answer with every fifth word another, and no more.
    private static Article Retold(Article article) => article with
    {
        Id = "draft",
        Question = article.Alternates.Count > 2 ? article.Alternates[2] : article.Question,
        Alternates = [],
        Variants = [],
        Short = string.Join(' ', article.Short.Split(' ').Select((word, i) => i % 5 == 4 ? string.Create(CultureInfo.InvariantCulture, $"otherword{i}") : word)),
        Points = [],
        Detail = "",
    };

    private void Say(string what, double[] shares) => output.WriteLine(
        $"{what}: {shares.Length} of {Articles.Count}; share at the 5th, 10th, 50th, 90th, 95th of 100: {string.Join(", ", new[] { 5, 10, 50, 90, 95 }.Select(p => shares.Order().ElementAt(Math.Min(shares.Length - 1, shares.Length * p / 100)).ToString("F2", CultureInfo.InvariantCulture)))}");
}
