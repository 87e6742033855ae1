using Bot.Features.Questions.Certificates;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Records;
using Bot.Turns;

namespace Bot.Features.Questions;

/// <summary>An answer as words, before it is drawn as a card or printed.</summary>
public sealed record Reply
{
    /// <summary>What was answered, for feedback: an article id or a record's intent and key.</summary>
    public required string Subject { get; init; }

    /// <summary>What a button holds that shows this answer again.</summary>
    public IReadOnlyList<(string Name, string Value)> Origin { get; init; } = [];

    /// <summary>How this answer can be found again years later.</summary>
    public Certificate? Certificate { get; init; }
    public required string Heading { get; init; }
    public required string Short { get; init; }
    public IReadOnlyList<string> Points { get; init; } = [];

    /// <summary>The descent of an area, as a table.</summary>
    public IReadOnlyList<RecordStep> Steps { get; init; } = [];
    public string Detail { get; init; } = "";

    /// <summary>A list in sight stops early, and the detail has all of it.</summary>
    public bool Folded { get; init; }

    /// <summary>One line about how sure a part is: "The kinds of trust are our own sorting".</summary>
    public string? Footnote { get; init; }

    /// <summary>What kind of truth it is: "Historical: …".</summary>
    public required string Status { get; init; }

    /// <summary>"As at 2 July 2026. Next check by 31 January 2027."</summary>
    public required string Dates { get; init; }
    public IReadOnlyList<SourceEntry> Sources { get; init; } = [];
    public IReadOnlyList<Prompt> Prompts { get; init; } = [];

    /// <summary>What may be said next that no button asks.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>Sends the answer as plain text; only answers from records offer it.</summary>
    public Prompt? Copy { get; init; }
}

/// <summary>A next step to tap.</summary>
/// <param name="Label">Button text.</param>
/// <param name="Verb">What pressing it asks for.</param>
/// <param name="Data">What goes with the verb.</param>
public sealed record Prompt(string Label, string Verb, params IReadOnlyList<(string Name, string Value)> Data)
{
    public static Prompt ToArticle(Article article) => new(article.Button, Verbs.Answer, ("article", article.Id));
}
