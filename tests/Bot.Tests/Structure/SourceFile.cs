using System.Text.RegularExpressions;
using Bot.Tests.Support;

namespace Bot.Tests.Structure;

/// <summary>One file of the product: what it imports and declares, read from its text.</summary>
internal sealed partial class SourceFile
{
    private readonly string _code;

    private SourceFile(string path, string text)
    {
        Path = path;
        Lines = text.Count(c => c == '\n');
        _code = CommentsAndStrings().Replace(text, match => match.Value[0] is '"' or '$' or '@' ? "\"\"" : "");
    }

    /// <summary>From the root of the repository, with slashes.</summary>
    public string Path { get; }

    public int Lines { get; }

    public string Folder => Path[..Path.LastIndexOf('/')];

    public string? Namespace => NamespaceLine().Match(_code) is { Success: true } match ? match.Groups[1].Value : null;

    public IEnumerable<string> Types => Declarations().Matches(_code).Select(match => match.Groups[1].Value);

    public IEnumerable<string> MachineClocks => Clocks().Matches(_code).Select(match => match.Value);

    public IEnumerable<string> EnvironmentReads => Environments().Matches(_code).Select(match => match.Value);

    /// <summary>Namespaces of using lines, and rooms named in full or in part anywhere else.</summary>
    public IEnumerable<string> Imports()
    {
        var named = Usings().Matches(_code).Select(match => match.Groups[1].Value);
        var rest = Usings().Replace(NamespaceLine().Replace(_code, ""), "");
        // The engine lies outside the namespace Bot, so it could not name a room in part.
        var partly = Path.StartsWith("src/Bot/", StringComparison.Ordinal) ? Rooms.NamedIn(rest) : [];
        return named.Concat(Qualified().Matches(rest).Select(match => match.Value)).Concat(partly).Distinct();
    }

    public static IReadOnlyList<SourceFile> OfTheProduct { get; } =
        [.. Read("src", "Bot"), .. Read("src", "Answers")];

    public static SourceFile Of(string path, string text) => new(path, text);

    private static IEnumerable<SourceFile> Read(params string[] folder) => Directory
        .EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
        .Select(file => (File: file, Path: System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')))
        .Where(file => !file.Path.Contains("/obj/", StringComparison.Ordinal) && !file.Path.Contains("/bin/", StringComparison.Ordinal))
        .Where(file => !file.Path.Contains("/node_modules/", StringComparison.Ordinal))
        .OrderBy(file => file.Path, StringComparer.Ordinal)
        .Select(file => new SourceFile(file.Path, File.ReadAllText(file.File)));

    // A comment may name what it likes, and so may a string; a doc comment's cref is text too.
    [GeneratedRegex(
        """//[^\n]*|/\*.*?\*/|\$*\"{3,}.*?\"{3,}|(?:@|\$@|@\$)"(?:[^"]|"")*"|\$?"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'""",
        RegexOptions.Singleline)]
    private static partial Regex CommentsAndStrings();

    [GeneratedRegex(@"^\s*(?:global\s+)?using\s+(?:static\s+)?(?:\w+\s*=\s*)?(?:global::)?([A-Za-z_][\w.]*)\s*(?:<[^;]*>)?;", RegexOptions.Multiline)]
    private static partial Regex Usings();

    [GeneratedRegex(@"(?<![\w.])(?:global::)?Bot\.[A-Z]\w*(?:\.[A-Z]\w*)*")]
    private static partial Regex Qualified();

    [GeneratedRegex(@"^\s*namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record(?:\s+struct|\s+class)?)\s+([A-Z]\w*)")]
    private static partial Regex Declarations();

    [GeneratedRegex(@"\bDateTime(?:Offset)?\s*\.\s*(?:Utc)?Now\b|\bDateTime\s*\.\s*Today\b")]
    private static partial Regex Clocks();

    [GeneratedRegex(@"\bEnvironment\s*\.\s*GetEnvironmentVariables?\b")]
    private static partial Regex Environments();
}
