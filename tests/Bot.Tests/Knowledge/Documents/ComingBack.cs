using Bot.Knowledge.Articles;
using Bot.Knowledge.Documents;
using Bot.Knowledge.Importing;
using Bot.Tests.Knowledge.Releases;
using Bot.Tests.Support;

namespace Bot.Tests.Knowledge.Documents;

/// <summary>Articles leave as pairs and come back.</summary>
public sealed class ComingBack
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    [Theory]
    [InlineData(".tsv")]
    [InlineData(".xlsx")]
    [InlineData(".json")]
    public void TheBuiltInContent_ComesBackWithoutAChange(string ending)
    {
        var files = ContentFiles.FromFolder(BuiltInContent.Folder);
        var content = ContentFolder.Read(files).Content!;

        var back = PairReader.Read("kb" + ending, PairWriter.Write("kb" + ending, PairExport.Of(content), [])!);

        Assert.Equal(content.Articles.Count, back.Pairs.Count);
        Assert.Equal([], Changes(back.Pairs, content, files, "kb" + ending).Select(change => change.Key));
    }

    [Fact]
    public void ANewPair_BecomesAnArticleThatMayBeServed_MarkedAsUnchecked()
    {
        var content = ContentFolder.Read(SmallContent.Files).Content!;
        Pair[] pairs = [new() { Id = 1, Questions = ["Where is the \"maypole\"?", "maypole"], Answer = "On the green.\n\n- tall\n- white\n\nIt was painted in 2024." }];

        var changes = Changes(pairs, content, SmallContent.Files, "village.tsv");
        var read = ContentFolder.Read(changes.Aggregate(SmallContent.Files, (files, change) => files.With(change.Key, change.Value)));

        Assert.True(read.Content is not null, string.Join('\n', read.Problems));
        var article = read.Content.Articles.Single(a => a.Topic == "imported");
        Assert.Equal(ArticleStatus.Unverified, article.Status);
        Assert.Equal("On the green.", article.Short);
        Assert.Equal(["tall", "white"], article.Points);
        Assert.Equal("It was painted in 2024.", article.Detail);
        Assert.Equal("village.tsv", read.Content.Sources[Assert.Single(article.Sources)].Title);
    }

    [Fact]
    public void AChangedAnswer_ChangesThatArticleOnly()
    {
        var content = ContentFolder.Read(SmallContent.Files).Content!;
        var pairs = PairExport.Of(content).Select(pair => pair.Questions[0].Contains("shed", StringComparison.Ordinal) ? pair with { Answer = "It is gone." } : pair).ToArray();

        var change = Assert.Single(Changes(pairs, content, SmallContent.Files, "kb.tsv"));

        Assert.Equal("village/shed.md", change.Key);
        Assert.Contains("short: \"It is gone.\"", change.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void AnArticleWrittenAsText_IsReadTheSame()
    {
        var files = ContentFiles.FromFolder(BuiltInContent.Folder);
        var articles = ContentFolder.Read(files).Content!.Articles;

        var again = ContentFolder.Read(articles.Aggregate(files, (all, article) => all.With(article.Place.Path, ArticleText.Of(article)))).Content!.Articles;

        Assert.Equal(articles.Select(ArticleText.Of), again.Select(ArticleText.Of));
        Assert.Equal(articles.Select(article => (article.Short, article.Detail)), again.Select(article => (article.Short, article.Detail)));
    }

    private static IReadOnlyList<KeyValuePair<string, string?>> Changes(IReadOnlyList<Pair> pairs, Content content, ContentFiles files, string name) =>
        DocumentDrafts.Of(new ReadDocument(name, null, [], pairs, [], []), content, files, Today).Changes;
}
