using Bot.Knowledge.Checks;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Bot.Knowledge.Articles;

/// <summary>Reads a folder of articles and the lists beside them, and reports every problem at once.</summary>
public static class ContentFolder
{
    private const string SmallTalkKind = "smalltalk";

    private static readonly IDeserializer Yaml =
        new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();

    public static ContentResult Read(string folder)
    {
        var problems = new List<Problem>();
        if (!Directory.Exists(folder))
            return new ContentResult(null, [new Problem(folder, 1, "The content folder is not there. Set Bot:Knowledge:Folder to a folder of articles.")]);
        var articles = ReadArticles(folder, problems);
        var sources = ReadList<List<SourceRow>>(folder, "sources.yaml", problems) ?? [];
        var notOurs = ReadGroups(folder, "not-ours.yaml", problems);
        var content = new Content(
            articles,
            sources.DistinctBy(s => s.Id).ToDictionary(s => s.Id, s => new SourceEntry(s.Id, s.Title, s.Publisher, s.Date, s.Url), StringComparer.Ordinal),
            notOurs.Where(g => g.Key != SmallTalkKind).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)g.Value, StringComparer.Ordinal),
            notOurs.GetValueOrDefault(SmallTalkKind) ?? [],
            ReadGroups(folder, "intents.yaml", problems).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)g.Value, StringComparer.Ordinal),
            ReadGroups(folder, "synonyms.yaml", problems).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)g.Value, StringComparer.Ordinal));
        problems.AddRange(ContentRules.Check(content));
        return new ContentResult(problems.Exists(p => !p.IsWarning) ? null : content, problems);
    }

    private static List<Article> ReadArticles(string folder, List<Problem> problems)
    {
        var articles = new List<Article>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(folder, file).Replace('\\', '/');
            if (ArticleFile.Read(path, File.ReadAllText(file), problems) is { } article) articles.Add(article);
        }

        if (articles.Count == 0 && problems.Count == 0) problems.Add(new Problem(folder, 1, "The folder holds no article (*.md)."));
        return [.. articles.OrderBy(a => a.Id, StringComparer.Ordinal)];
    }

    private static Dictionary<string, List<string>> ReadGroups(string folder, string name, List<Problem> problems) =>
        ReadList<Dictionary<string, List<string>>>(folder, name, problems) ?? [];

    private static T? ReadList<T>(string folder, string name, List<Problem> problems) where T : class
    {
        var file = Path.Combine(folder, name);
        if (!File.Exists(file))
        {
            problems.Add(new Problem(name, 1, "The file is missing from the content folder."));
            return null;
        }

        try
        {
            return Yaml.Deserialize<T>(File.ReadAllText(file));
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
