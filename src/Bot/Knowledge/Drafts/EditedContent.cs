using Bot.Knowledge.Articles;
using Bot.Knowledge.Checks;
using Bot.Knowledge.Releases;

namespace Bot.Knowledge.Drafts;

/// <summary>Content under an edit. Each step changes it, or says in words why it cannot.</summary>
internal sealed class EditedContent(ContentFiles files)
{
    public const string NotOursFile = "not-ours.yaml";
    private const string Alternates = "alternates", Variants = "variants", IntentsFile = "intents.yaml";

    private readonly Dictionary<string, string?> _changes = new(StringComparer.Ordinal);
    private ContentFiles _files = files;
    private IReadOnlyList<Article> _articles = ContentFolder.Readable(files);

    public IReadOnlyCollection<KeyValuePair<string, string?>> Changes => _changes;

    public IReadOnlyList<Article> Articles => _articles;

    public string? AddAlternate(string articleId, string wording)
    {
        if (Wording.Wrong(wording = Wording.Of(wording)) is { } wrong) return wrong;
        if (Find(articleId) is not { } article) return NoSuch(articleId);
        if (article.About is not null) return $"'{article.Heading}' is shown for questions that the records answer, so it has no wordings of its own. Choose another article.";
        if (TakenBy(wording, articleId) is { } taken) return taken;
        Write(article.Place.Path, WithWording(article, wording));
        return null;
    }

    public string? KeepQuestion(string question, string expected)
    {
        if (Wording.Wrong(question = Wording.Of(question)) is { } wrong) return wrong;
        if (!MayBeExpected(expected)) return NoSuch(expected);
        var key = CompetingWordings.KeyOf(question);
        var kept = ContentFolder.Groups(_files, Content.KeptFile);
        if (kept?.FirstOrDefault(group => group.Value.Exists(other => CompetingWordings.KeyOf(other) == key)).Key is { } already)
            return already == expected ? "This question is in the question set already." : $"This question is in the question set already, for '{already}'.";
        if (_articles.FirstOrDefault(article => CompetingWordings.KeyOf(article.Question) == key) is { } own)
            return own.Id == expected ? "This is the article's own question, so it is in the question set already." : $"This is the own question of '{own.Heading}'.";
        return AddToGroup(Content.KeptFile, expected, question);
    }

    /// <summary>Adds to the questions that are not ours.</summary>
    public string? AddStranger(string kind, string question)
    {
        if (Wording.Wrong(question = Wording.Of(question)) is { } wrong) return wrong;
        return TakenBy(question, "") ?? AddToGroup(NotOursFile, kind, question);
    }

    /// <summary>A new article, held against every rule that bars a release.</summary>
    public string? AddArticle(Article article)
    {
        if (Wording.Wrong(article.Question) is { } wrong) return wrong;
        if (TakenBy(article.Question, "") is { } taken) return taken;
        var path = article.Place.Path;
        if (ReleaseChecks.Read(_files.With(path, ArticleText.Of(article))).Errors.FirstOrDefault(problem => problem.Path == path) is { } problem) return problem.Message;
        Write(path, ArticleText.Of(article));
        return null;
    }

    private Article? Find(string id) => _articles.FirstOrDefault(article => article.Id == id);

    private static string NoSuch(string id) => $"There is no article '{id}'.";

    private bool MayBeExpected(string expected) => expected == KeptQuestions.Refused || Find(expected) is { About: null }
        || (expected.StartsWith(EntryIds.Records, StringComparison.Ordinal) && ContentFolder.Groups(_files, IntentsFile)?.ContainsKey(expected[EntryIds.Records.Length..]) == true);

    private string? TakenBy(string wording, string articleId)
    {
        var key = CompetingWordings.KeyOf(wording);
        if (_articles.FirstOrDefault(other => other.Alternates.Concat(other.Variants).Prepend(other.Question).Any(own => CompetingWordings.KeyOf(own) == key)) is { } article)
            return article.Id == articleId ? "The article has this wording already." : $"This wording belongs to '{article.Heading}' already. It can lead to one article only.";
        if (InGroup(NotOursFile, key) is { } kind) return $"This wording is in the list of questions that are not ours ({kind}). Take it out of there first.";
        return InGroup(IntentsFile, key) is { } intent ? $"The records answer this wording already ({intent})." : null;
    }

    private string? InGroup(string file, string key) =>
        ContentFolder.Groups(_files, file)?.FirstOrDefault(group => group.Value.Exists(other => CompetingWordings.KeyOf(other) == key)).Key;

    // Two alternates may not begin alike; variants may.
    private string WithWording(Article article, string wording)
    {
        var text = _files.Find(article.Place.Path)!;
        var beginsAlike = article.Alternates.Prepend(article.Question).Any(own => ContentRules.FirstThree(own).Equals(ContentRules.FirstThree(wording), StringComparison.OrdinalIgnoreCase));
        var added = beginsAlike ? article with { Variants = [.. article.Variants, wording] } : article with { Alternates = [.. article.Alternates, wording] };
        var end = text.IndexOf("\n---\n", StringComparison.Ordinal);
        var head = !beginsAlike ? YamlLines.Add(text[..end], Alternates, wording)
            : article.Variants.Count > 0 ? YamlLines.Add(text[..end], Variants, wording) : YamlLines.Begin(text[..end], Alternates, Variants, wording);
        return head + text[end..] is var written && head is not null && Says(article.Place.Path, written, added) ? written : ArticleText.Of(added);
    }

    private static bool Says(string path, string text, Article meant) => ArticleFile.Read(path, text, []) is { } read && ArticleText.Of(read) == ArticleText.Of(meant);

    private string? AddToGroup(string file, string group, string question)
    {
        var text = _files.Find(file) ?? "";
        var written = YamlLines.Add(text, group, question) ?? $"{text.TrimEnd('\n')}\n{group}:\n  - {ArticleText.Quoted(question)}\n".TrimStart('\n');
        if (ContentFolder.Groups(_files.With(file, written), file)?.GetValueOrDefault(group)?.Contains(question) != true) return $"The list {file} cannot be read. Mend it first.";
        Write(file, written);
        return null;
    }

    private void Write(string path, string text)
    {
        _changes[path] = text;
        _files = _files.With(path, text);
        if (path.EndsWith(".md", StringComparison.Ordinal)) _articles = ContentFolder.Readable(_files);
    }
}
