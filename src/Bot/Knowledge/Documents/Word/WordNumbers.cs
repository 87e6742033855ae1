using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Knowledge.Documents.Word;

/// <summary>A paragraph's place in a list.</summary>
/// <param name="Mark">A hyphen, or the number as it is printed.</param>
/// <param name="Depth">From 0.</param>
internal sealed record WordNumber(string Mark, int Depth)
{
    public bool IsBullet => Mark == "-";
}

/// <summary>Counts as Word does: numbers are not in the text, so whoever reads "see 4.2" needs them counted.</summary>
internal sealed partial class WordNumbers
{
    private const int Depths = 9;
    private readonly WordStyles _styles;
    private readonly Dictionary<int, (int List, NumberingInstance Instance)> _instances = [];
    private readonly Dictionary<int, AbstractNum> _lists = [];
    private readonly Dictionary<int, int[]> _counts = [];
    private readonly HashSet<(int, int)> _restarted = [];

    public WordNumbers(MainDocumentPart main, WordStyles styles)
    {
        _styles = styles;
        var numbering = main.NumberingDefinitionsPart?.Numbering;
        foreach (var list in numbering?.Elements<AbstractNum>() ?? [])
            if (list.AbstractNumberId?.Value is { } id) _lists.TryAdd(id, list);
        foreach (var instance in numbering?.Elements<NumberingInstance>() ?? [])
            if (instance.NumberID?.Value is { } id && instance.AbstractNumId?.Val?.Value is { } list) _instances.TryAdd(id, (list, instance));
    }

    /// <summary>Counts the paragraph; to be asked once for each, in order. Null where it is in no list.</summary>
    public WordNumber? Next(Paragraph paragraph)
    {
        var (numbering, depth) = Place(paragraph);
        if (numbering is null or 0 || !_instances.TryGetValue(numbering.Value, out var found) || !_lists.TryGetValue(found.List, out var list)) return null;
        depth = Math.Clamp(depth, 0, Depths - 1);
        if (Level(list, found.Instance, depth) is not { } level) return null;
        if (level.NumberingFormat?.Val?.Value == NumberFormatValues.Bullet) return new WordNumber("-", depth);
        Count(found.List, numbering.Value, list, found.Instance, depth);
        var text = Placeholder().Replace(level.LevelText?.Val?.Value ?? "", match => Printed(list, found, match.Groups[1].Value[0] - '1', depth));
        return text.Trim().Length == 0 ? null : new WordNumber(text.Trim(), depth);
    }

    private (int? Numbering, int Depth) Place(Paragraph paragraph)
    {
        var direct = paragraph.ParagraphProperties?.NumberingProperties;
        if (direct?.NumberingId?.Val?.Value is { } id) return (id, direct.NumberingLevelReference?.Val?.Value ?? 0);
        foreach (var style in _styles.Chain(paragraph))
        {
            var said = style.StyleParagraphProperties?.NumberingProperties;
            if (said?.NumberingId?.Val?.Value is not { } number) continue;
            return (number, direct?.NumberingLevelReference?.Val?.Value ?? said.NumberingLevelReference?.Val?.Value ?? OfStyle(number, style) ?? 0);
        }

        return (null, 0);
    }

    private int? OfStyle(int number, Style style) =>
        _instances.TryGetValue(number, out var found) && _lists.TryGetValue(found.List, out var list)
            ? list.Elements<Level>().FirstOrDefault(level => level.ParagraphStyleIdInLevel?.Val?.Value == style.StyleId?.Value)?.LevelIndex?.Value : null;

    private static Level? Level(AbstractNum list, NumberingInstance instance, int depth) =>
        instance.Elements<LevelOverride>().FirstOrDefault(o => o.LevelIndex?.Value == depth)?.Level ?? list.Elements<Level>().FirstOrDefault(level => level.LevelIndex?.Value == depth);

    private void Count(int id, int number, AbstractNum list, NumberingInstance instance, int depth)
    {
        if (!_counts.TryGetValue(id, out var counts)) _counts[id] = counts = Enumerable.Repeat(-1, Depths).ToArray();
        if (instance.Elements<LevelOverride>().FirstOrDefault(o => o.LevelIndex?.Value == depth)?.StartOverrideNumberingValue?.Val?.Value is { } start && _restarted.Add((number, depth))) counts[depth] = start;
        else counts[depth] = counts[depth] < 0 ? Start(list, instance, depth) : counts[depth] + 1;
        for (var above = 0; above < depth; above++)
            if (counts[above] < 0) counts[above] = Start(list, instance, above);
        for (var below = depth + 1; below < Depths; below++) counts[below] = -1;
    }

    private static int Start(AbstractNum list, NumberingInstance instance, int depth) => Level(list, instance, depth)?.StartNumberingValue?.Val?.Value ?? 1;

    private string Printed(AbstractNum list, (int List, NumberingInstance Instance) found, int at, int depth)
    {
        if (at < 0 || at > depth) return "";
        var format = Level(list, found.Instance, at)?.NumberingFormat?.Val?.Value;
        var count = _counts[found.List][at];
        if (format == NumberFormatValues.LowerLetter) return Letters(count).ToLowerInvariant();
        if (format == NumberFormatValues.UpperLetter) return Letters(count);
        if (format == NumberFormatValues.LowerRoman) return Roman(count).ToLowerInvariant();
        return format == NumberFormatValues.UpperRoman ? Roman(count) : count.ToString(CultureInfo.InvariantCulture);
    }

    private static string Letters(int count) => count < 1 ? "" : new string((char)('A' + ((count - 1) % 26)), Math.Min(4, ((count - 1) / 26) + 1));

    private static string Roman(int count)
    {
        if (count is < 1 or > 399) return count.ToString(CultureInfo.InvariantCulture);
        (int Value, string Sign)[] signs = [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var roman = "";
        foreach (var (value, sign) in signs)
            for (; count >= value; count -= value) roman += sign;
        return roman;
    }

    [GeneratedRegex("%([1-9])")]
    private static partial Regex Placeholder();
}
