using Bot.Knowledge.Checks;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Bot.Knowledge.Articles;

/// <summary>Reads a set of articles and the lists beside them, and reports every problem at once.</summary>
public static class ContentFolder
{
    private const string SmallTalkKind = "smalltalk";

    private static readonly IDeserializer Yaml =
        new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();

    public static ContentResult Read(string folder)
    {
        try
        {
            return Read(ContentFiles.FromFolder(folder));
        }
        catch (ContentException e)
        {
            return new ContentResult(null, e.Problems);
        }
    }

    public static ContentResult Read(ContentFiles files)
    {
        var problems = new List<Problem>();
        var articles = ReadArticles(files, problems);
        var sources = ReadList<List<SourceRow>>(files, "sources.yaml", problems) ?? [];
        var notOurs = ReadGroups(files, "not-ours.yaml", problems);
        var content = new Content(
            articles,
            Entries(sources),
            notOurs.Where(g => g.Key != SmallTalkKind).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)g.Value, StringComparer.Ordinal),
            notOurs.GetValueOrDefault(SmallTalkKind) ?? [],
            ReadGroups(files, "intents.yaml", problems).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)g.Value, StringComparer.Ordinal),
            ReadGroups(files, "synonyms.yaml", problems).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)g.Value, StringComparer.Ordinal))
        {
            Kept = files.Find(Content.KeptFile) is null ? [] : ReadGroups(files, Content.KeptFile, problems).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)g.Value, StringComparer.Ordinal),
        };
        problems.AddRange(ContentRules.Check(content));
        return new ContentResult(problems.Exists(p => !p.IsWarning) ? null : content, problems);
    }

    private static List<Article> ReadArticles(ContentFiles files, List<Problem> problems)
    {
        var articles = new List<Article>();
        foreach (var path in files.Paths.Where(path => path.EndsWith(".md", StringComparison.Ordinal)))
        {
            if (ArticleFile.Read(path, files.Find(path)!, problems) is { } article) articles.Add(article);
        }

        if (articles.Count == 0 && problems.Count == 0) problems.Add(new Problem(".", 1, "The content holds no article (*.md)."));
        return [.. articles.OrderBy(a => a.Id, StringComparer.Ordinal)];
    }

    /// <summary>Every article that can be read, whatever is wrong with others.</summary>
    internal static IReadOnlyList<Article> Readable(ContentFiles files) =>
        [.. files.Paths.Where(path => path.EndsWith(".md", StringComparison.Ordinal)).Select(path => ArticleFile.Read(path, files.Find(path)!, [])).OfType<Article>()];

    /// <summary>Sources by id, as far as they can be read.</summary>
    internal static IReadOnlyDictionary<string, SourceEntry> ReadableSources(ContentFiles files) => Entries(ReadList<List<SourceRow>>(files, "sources.yaml", []) ?? []);

    /// <summary>A list by groups; null where it is not there or cannot be read.</summary>
    internal static IReadOnlyDictionary<string, List<string>>? Groups(ContentFiles files, string name) =>
        files.Find(name) is null ? null : ReadList<Dictionary<string, List<string>>>(files, name, []);

    private static Dictionary<string, SourceEntry> Entries(List<SourceRow> rows) =>
        rows.DistinctBy(s => s.Id).ToDictionary(s => s.Id, s => new SourceEntry(s.Id, s.Title, s.Publisher, s.Date, s.Url), StringComparer.Ordinal);

    private static Dictionary<string, List<string>> ReadGroups(ContentFiles files, string name, List<Problem> problems) =>
        ReadList<Dictionary<string, List<string>>>(files, name, problems) ?? [];

    private static T? ReadList<T>(ContentFiles files, string name, List<Problem> problems) where T : class
    {
        if (files.Find(name) is not { } text)
        {
            problems.Add(new Problem(name, 1, "The file is missing from the content folder."));
            return null;
        }

        try
        {
            return Yaml.Deserialize<T>(text);
        }
        catch (YamlException e)
        {
            problems.Add(new Problem(name, (int)e.Start.Line, $"The file cannot be read: {e.Message}"));
            return null;
        }
    }

    private sealed class SourceRow
    {
        public string Id { get; set; } = "";
        public string Title { get; set; } = "";
        public string Publisher { get; set; } = "";
        public string Date { get; set; } = "";
        public string? Url { get; set; }
    }
}
