namespace Answers.Understanding;

/// <summary>A question as the engine read it.</summary>
/// <param name="Text">What was asked, at most the first 4,000 characters.</param>
/// <param name="Words">Lower-case words with slips mended, expansions shortened and names replaced by placeholders such as <c>{place}</c>.</param>
/// <param name="Mentions">Names found, in order of appearance.</param>
/// <param name="Corrections">Typing slips that were mended.</param>
/// <param name="Period">The time the question speaks of; null where it names none.</param>
/// <param name="Leans">Whether it leans on the turn before ("and who is in it?").</param>
public sealed record Question(
    string Text,
    IReadOnlyList<string> Words,
    IReadOnlyList<Mention> Mentions,
    IReadOnlyList<Correction> Corrections,
    Period? Period,
    bool Leans)
{
    /// <summary>Words that are in no question and no name, also after mending.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>Phrases that were read as a short form ("integrated care system" as "ics").</summary>
    public IReadOnlyList<Correction> Aliases { get; init; } = [];

    /// <summary>Whether the words were completed from the turn before.</summary>
    public bool Completed { get; init; }
}

/// <summary>A name found in a question.</summary>
/// <param name="Surface">The name as the gazetteer writes it.</param>
/// <param name="Kind">As in <see cref="Name.Kind"/>.</param>
/// <param name="Keys">Everything the name can stand for, at least one.</param>
public sealed record Mention(string Surface, string Kind, IReadOnlyList<string> Keys);

/// <summary>A word that was mended.</summary>
public sealed record Correction(string From, string To);

/// <summary>The time a question speaks of.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Now">It asks for the present ("now", "today"); the days then do not count.</param>
public sealed record Period(DateOnly From, DateOnly To, bool Now = false);
