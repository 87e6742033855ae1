using System.Security.Cryptography;
using System.Text;
using Bot.Knowledge.Articles;
using Bot.Storage.Sources;

namespace Bot.Knowledge.Sources;

/// <summary>The articles that a document makes, under paths that no other document and no editor has.</summary>
internal static class MadeArticles
{
    private const string Folder = "imported/";

    /// <summary>What was said, without dates: the same document read on another day makes the same.</summary>
    public static string DigestOf(string path, string text)
    {
        if (ArticleFile.Read(path, text, []) is not { } article) return Hash(text);
        return Hash(string.Join('\u001f', [article.Heading, article.Question, article.Short, article.Detail, .. article.Alternates, "\u001e", .. article.Variants, "\u001e", .. article.Points]));
    }

    /// <summary>Whether the file is a new article, as opposed to a change of one that was there before.</summary>
    public static bool IsNew(string path) => path.StartsWith(Folder, StringComparison.Ordinal) && path.EndsWith(".md", StringComparison.Ordinal);

    /// <summary>Renames articles whose place is taken, and the next steps that point to them.</summary>
    public static IReadOnlyList<KeyValuePair<string, string?>> WithFreePaths(
        IReadOnlyList<KeyValuePair<string, string?>> changes, SourceItem document, ContentInWork content)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, _) in changes.Where(change => IsNew(change.Key)))
        {
            var id = Path.GetFileNameWithoutExtension(path);
            var free = id;
            for (var n = 2; !taken.Add(free) || !IsFree($"{Folder}{free}.md", document, content); n++) free = $"{id}-{n}";
            if (free != id) ids[id] = free;
        }

        return ids.Count == 0 ? changes : [.. changes.Select(change => Renamed(change, ids))];
    }

    private static bool IsFree(string path, SourceItem document, ContentInWork content) => content.Owner(path) is { } owner
        ? owner.Source == document.Source && owner.Document == document.Id
        : content.Files.Find(path) is null && content.Served.Find(path) is null;

    private static KeyValuePair<string, string?> Renamed(KeyValuePair<string, string?> change, Dictionary<string, string> ids)
    {
        if (change.Value is null || !IsNew(change.Key) || ArticleFile.Read(change.Key, change.Value, []) is not { } article) return change;
        var id = ids.GetValueOrDefault(article.Id, article.Id);
        var prompts = article.Prompts.Select(prompt => ids.GetValueOrDefault(prompt, prompt)).ToArray();
        return new(id == article.Id ? change.Key : $"{Folder}{id}.md", ArticleText.Of(article with { Id = id, Prompts = prompts }));
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
