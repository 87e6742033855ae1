using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bot.Knowledge.Articles;

/// <summary>Reads the typed fields of one article's head and keeps every problem with its line.</summary>
internal sealed class FrontMatter
{
    private const int LinesBeforeYaml = 1;
    private readonly string _path;
    private readonly List<Problem> _problems;
    private readonly Dictionary<string, YamlNode> _nodes = new(StringComparer.Ordinal);

    public FrontMatter(string path, string yaml, IReadOnlySet<string> known, List<Problem> problems)
    {
        (_path, _problems) = (path, problems);
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode map) Take(map, known);
            else Report(1, "The head is not a list of fields. Write one 'name: value' a line between two lines of '---'.");
        }
        catch (YamlException e)
        {
            Report((int)e.Start.Line + LinesBeforeYaml, $"The head cannot be read: {e.Message}");
        }
    }

    public Dictionary<string, int> Lines { get; } = new(StringComparer.Ordinal);

    public string Text(string field) => OptionalText(field) ?? Missing(field, "");

    public string? OptionalText(string field)
    {
        if (!_nodes.TryGetValue(field, out var node)) return null;
        if (node is YamlScalarNode { Value.Length: > 0 } scalar) return scalar.Value.Trim().ReplaceLineEndings(" ");
        Report(Lines[field], $"'{field}' must be a text. Give it a value or remove the line.");
        return null;
    }

    public IReadOnlyList<string> List(string field, bool optional = false)
    {
        if (!_nodes.TryGetValue(field, out var node)) return optional ? [] : Missing<IReadOnlyList<string>>(field, []);
        if (node is YamlSequenceNode sequence && sequence.Children.All(c => c is YamlScalarNode { Value.Length: > 0 }))
            return [.. sequence.Children.Select(c => ((YamlScalarNode)c).Value!.Trim())];
        Report(Lines[field], $"'{field}' must be a list of texts, one '- text' a line. Put quotes around a text with a colon.");
        return [];
    }

    public DateOnly Date(string field) => OptionalDate(field) ?? Missing(field, DateOnly.MinValue);

    public DateOnly? OptionalDate(string field)
    {
        if (OptionalText(field) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Report(Lines[field], $"'{field}' is '{text}'. Write the date as year-month-day, for example 2018-08-06.");
        return DateOnly.MinValue;
    }

    public T Choice<T>(string field) where T : struct, Enum
    {
        if (OptionalText(field) is not { } text) return Missing(field, default(T));
        if (!int.TryParse(text, out _) && Enum.TryParse<T>(text, ignoreCase: true, out var value)) return value;
        Report(Lines[field], $"'{field}' is '{text}'. Use one of: {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.");
        return default;
    }

    private void Take(YamlMappingNode map, IReadOnlySet<string> known)
    {
        foreach (var (key, value) in map.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            var line = (int)key.Start.Line + LinesBeforeYaml;
            if (!known.Contains(name)) Report(line, $"'{name}' is not a field of an article. Known are: {string.Join(", ", known)}.");
            _nodes[name] = value;
            Lines[name] = line;
        }
    }

    private T Missing<T>(string field, T instead)
    {
        if (!_nodes.ContainsKey(field)) Report(1, $"'{field}' is missing.");
        return instead;
    }

    private void Report(int line, string message) => _problems.Add(new Problem(_path, line, message));
}
