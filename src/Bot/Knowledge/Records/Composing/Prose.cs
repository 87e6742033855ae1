using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Knowledge.Records.Composing;

/// <summary>Small tools for sentences and lists.</summary>
internal static partial class Prose
{
    public const int MostHeading = 65, MostSentenceWords = 25, MostShortWords = 60, MostPoints = 8;

    public static int Words(string text) => Word().Count(text);

    public static IEnumerable<string> Sentences(string text) => SentenceEnd().Split(text);

    /// <summary>"A, B and C"; with semicolons where an item has a comma of its own.</summary>
    public static string List(IReadOnlyList<string> items)
    {
        if (items.Count < 2) return items.Count == 0 ? "" : items[0];
        var comma = items.Any(i => i.Contains(',', StringComparison.Ordinal) || (i.Contains(" and ", StringComparison.Ordinal) && !i.EndsWith("%)", StringComparison.Ordinal))) ? "; " : ", ";
        return $"{string.Join(comma, items.Take(items.Count - 1))}{(comma == "; " ? "; and " : " and ")}{items[^1]}";
    }

    /// <summary>As many items as fit, then how many more there are.</summary>
    public static string Line(string lead, IReadOnlyList<string> items, int most = 190)
    {
        var taken = 0;
        var length = lead.Length;
        while (taken < items.Count && (taken == 0 || length + items[taken].Length + 2 <= most)) length += items[taken++].Length + 2;
        var rest = items.Count - taken;
        var separator = items.Take(taken).Any(i => i.Contains(',', StringComparison.Ordinal)) ? "; " : ", ";
        return rest == 0 ? lead + string.Join(separator, items) : $"{lead}{string.Join(separator, items.Take(taken))} and {rest} more";
    }

    /// <summary>The first eight, then how many more there are; nine where one more line is all that is left.</summary>
    public static IReadOnlyList<string> Points(IReadOnlyList<string> all) =>
        all.Count <= MostPoints + 1 ? all : [.. all.Take(MostPoints), $"and {Number(all.Count - MostPoints)} more"];

    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Percent(decimal percent) => percent < 1 ? "under 1%" : $"{Math.Round(percent, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture)}%";

    /// <summary>"1 trust", "2 trusts".</summary>
    public static string Count(int number, string one, string? many = null) => $"{Number(number)} {(number == 1 ? one : many ?? one + "s")}";

    /// <summary>The first that is short enough; else the last, cut at a word.</summary>
    public static string Heading(params string[] options)
    {
        if (options.FirstOrDefault(o => o.Length <= MostHeading) is { } fits) return fits;
        var cut = options[^1][..MostHeading];
        return cut[..cut.LastIndexOf(' ')].TrimEnd(',', ':');
    }

    [GeneratedRegex(@"[A-Za-z0-9'%-]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=[.!?:])\s+")]
    private static partial Regex SentenceEnd();
}

/// <summary>The short answer as it grows, sentence by sentence, never past its limits.</summary>
internal sealed class ShortText
{
    private readonly List<string> _sentences = [];

    /// <summary>Adds the first wording that fits. A first sentence always goes in.</summary>
    public bool Add(params string[] options)
    {
        var fits = options.FirstOrDefault(o => Fits(FirstUse.Explain(_sentences.Count == 0 ? o : $"{this} {o}")));
        if (fits is null && _sentences.Count > 0) return false;
        _sentences.Add(fits ?? options[^1]);
        return true;
    }

    private static bool Fits(string text) => Prose.Words(text) <= Prose.MostShortWords && Prose.Sentences(text).All(s => Prose.Words(s) <= Prose.MostSentenceWords);

    public override string ToString() => string.Join(' ', _sentences);
}
