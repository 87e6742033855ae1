namespace Bot.Knowledge.Articles;

/// <summary>A whole set of content as read from a folder.</summary>
/// <param name="Articles">In order of id.</param>
/// <param name="Sources">By id.</param>
/// <param name="NotOurs">Questions that are not ours, by kind.</param>
/// <param name="SmallTalk">Greetings and thanks.</param>
/// <param name="Intents">Wordings of questions that records answer, by intent.</param>
/// <param name="Synonyms">Abbreviations with their expansions.</param>
public sealed record Content(
    IReadOnlyList<Article> Articles,
    IReadOnlyDictionary<string, SourceEntry> Sources,
    IReadOnlyDictionary<string, IReadOnlyList<string>> NotOurs,
    IReadOnlyList<string> SmallTalk,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Intents,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Synonyms)
{
    public const string KeptFile = "questions.yaml";

    /// <summary>The question set: questions by the article that has to answer them, "refused" for those that nothing may answer.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Kept { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>The content, or why there is none: every problem at once.</summary>
public sealed record ContentResult(Content? Content, IReadOnlyList<Problem> Problems);
