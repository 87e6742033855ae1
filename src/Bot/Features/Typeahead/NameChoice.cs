using Bot.Knowledge.Records;

namespace Bot.Features.Typeahead;

/// <summary>One thing to choose, with all the ways people write it.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Value">What the card sends.</param>
/// <param name="Key">For <see cref="RecordBook.Find"/>.</param>
/// <param name="Board">ODS code of its board today; empty where it has none.</param>
/// <param name="Region">NHS England region of that board.</param>
/// <param name="Names">Folded, each once; the title's first.</param>
internal sealed record NameChoice(string Title, string Value, string Key, string Board, string Region, IReadOnlyList<string> Names)
{
    private const int NotAtAll = int.MaxValue;

    private readonly string[] _words = [.. Names.SelectMany(name => name.Split(' ')).Distinct(StringComparer.Ordinal)];

    /// <summary>How well a folded query fits: 0 for the beginning of the title, more for less, null for not at all.</summary>
    public int? Fit(string query, IReadOnlyList<string> words)
    {
        var fit = Names[0].StartsWith(query, StringComparison.Ordinal) ? 0
            : Names.Any(name => name.StartsWith(query, StringComparison.Ordinal)) ? 1
            : words.All(word => _words.Any(own => own.StartsWith(word, StringComparison.Ordinal))) ? 2
            : NotAtAll;
        return fit == NotAtAll ? null : fit;
    }

    /// <summary>Lower case, one blank between words, no signs.</summary>
    public static string Fold(string text) => string.Join(
        ' ', new string([.. text.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal).Select(c => char.IsLetterOrDigit(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
