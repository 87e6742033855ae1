using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Knowledge.Articles;

namespace Bot.Tests.Knowledge.Releases;

/// <summary>The small content with the number of one notice in every article, so that a mixture of two releases shows itself.</summary>
internal static partial class NoticedContent
{
    public const int Articles = 5;

    public static ContentFiles Of(int notice) => SmallContent.Files.With(SmallContent.Files.Paths
        .Where(path => path.EndsWith(".md", StringComparison.Ordinal))
        .Select(path => KeyValuePair.Create(path, (string?)Noticed(SmallContent.Files.Find(path)!, notice))).ToArray());

    public static string WriteTo(string folder, int notice)
    {
        Of(notice).WriteTo(folder);
        return folder;
    }

    public static IReadOnlyList<int> NoticesIn(string text) =>
        [.. Notice().Matches(text).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).Distinct().Order()];

    /// <summary>The one notice of all articles.</summary>
    public static int NoticeOf(ContentFiles files)
    {
        var articles = files.Paths.Where(path => path.EndsWith(".md", StringComparison.Ordinal)).ToArray();
        Assert.Equal(Articles, articles.Length);
        return Assert.Single(articles.SelectMany(path => NoticesIn(files.Find(path)!)).Distinct());
    }

    private static string Noticed(string text, int notice) =>
        text.Replace("\nstatus:", string.Create(CultureInfo.InvariantCulture, $" Notice {notice} says so.\nstatus:"), StringComparison.Ordinal);

    [GeneratedRegex(@"Notice (\d+)")]
    private static partial Regex Notice();
}
