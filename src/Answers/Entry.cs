namespace Answers;

/// <summary>One thing the engine can answer with.</summary>
/// <param name="Id">Opaque and unique in its knowledge base.</param>
/// <param name="Title">A heading; trained on as one more question.</param>
/// <param name="Questions">Wordings that this entry answers; at least one. More variety ranks better than any tuning.</param>
/// <param name="Text">The answer's own words, searched but not trained on. May be empty.</param>
public sealed record Entry(string Id, string Title, IReadOnlyList<string> Questions, string Text = "")
{
    /// <summary>Entries of one group state the same kind of fact for different periods; a year in the question picks among them.</summary>
    public string? Group { get; init; }

    /// <summary>It answers only questions that hold a recognised name.</summary>
    public bool NeedsName { get; init; }

    /// <summary>First day for which the entry holds.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day for which the entry holds; null means it still does.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>A name the engine recognises in a question, such as a town or a trust.</summary>
/// <param name="Surface">How people write it. Case, punctuation and one typing slip do not matter.</param>
/// <param name="Kind">A lower-case word such as <c>place</c>; names of one kind look alike to the ranking.</param>
/// <param name="Key">What the name stands for, opaque to the engine. Several names may share a key and several keys a name.</param>
public sealed record Name(string Surface, string Kind, string Key)
{
    /// <summary>It is also an ordinary word ("Reading", "March"), so it counts as a name only where its neighbours say so.</summary>
    public bool Ordinary { get; init; }
}

/// <summary>Phrases that mean the same as one short form, such as "integrated care system" and "ics".</summary>
/// <param name="Canonical">One lower-case word.</param>
/// <param name="Phrases">Other spellings and the expansion; plurals need not be listed.</param>
public sealed record Synonym(string Canonical, IReadOnlyList<string> Phrases);

/// <summary>A question with the entry that answers it; null where none does.</summary>
public sealed record LabelledQuestion(string Text, string? EntryId);

/// <summary>Questions of one kind that are not ours, such as clinical ones.</summary>
public sealed record Strangers(string Kind, IReadOnlyList<string> Questions);

/// <summary>Everything an engine is built from.</summary>
/// <param name="Entries">At least two.</param>
/// <param name="Strangers">Questions that no entry answers, by kind. They teach the engine to refuse; may be empty.</param>
public sealed record KnowledgeBase(IReadOnlyList<Entry> Entries, IReadOnlyList<Strangers> Strangers)
{
    /// <summary>The gazetteer. A placeholder such as <c>{place}</c> in a question or stranger stands for any name of that kind.</summary>
    public IReadOnlyList<Name> Names { get; init; } = [];

    /// <summary>Abbreviations and their expansions.</summary>
    public IReadOnlyList<Synonym> Synonyms { get; init; } = [];
}
