using YamlDotNet.Serialization;

namespace Bot.Tests.Support;

/// <summary>The articles as their files say it, read without the product's own reader.</summary>
internal static class BuiltInContent
{
    public static string Folder { get; } = Repository.PathOf("src", "Bot", "Knowledge", "Content");

    private static readonly IReadOnlyDictionary<string, Dictionary<string, object>> Heads = Directory
        .EnumerateFiles(Folder, "*.md", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), Head);

    public static IEnumerable<string> Ids => Heads.Keys.Order(StringComparer.Ordinal);

    public static string Short(string id) => Text(id, "short");

    public static string Heading(string id) => Text(id, "heading");

    public static string Button(string id) => Text(id, "button");

    public static string Question(string id) => Text(id, "question");

    public static bool Has(string id) => Heads.ContainsKey(id);

    public static IEnumerable<string> Alternates(string id) => ((List<object>)Heads[id]["alternates"]).Cast<string>();

    public static IEnumerable<string> Variants(string id) => Heads[id].TryGetValue("variants", out var list) ? ((List<object>)list).Cast<string>() : [];

    /// <summary>The first subheading of the detail.</summary>
    public static string FirstSubheading(string id) => File
        .ReadLines(Directory.EnumerateFiles(Folder, id + ".md", SearchOption.AllDirectories).Single())
        .First(line => line.StartsWith("## ", StringComparison.Ordinal))[3..].Trim();

    private static string Text(string id, string field) => ((string)Heads[id][field]).Trim().ReplaceLineEndings(" ");

    private static Dictionary<string, object> Head(string file)
    {
        var text = File.ReadAllText(file).ReplaceLineEndings("\n");
        return new Deserializer().Deserialize<Dictionary<string, object>>(text[4..text.IndexOf("\n---\n", StringComparison.Ordinal)]);
    }
}
