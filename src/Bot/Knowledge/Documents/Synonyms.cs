using System.Text.RegularExpressions;

namespace Bot.Knowledge.Documents;

/// <summary>One set of synonyms a line: "rota","shift plan". The first may stand without quotes.</summary>
internal static partial class Synonyms
{
    public static IReadOnlyList<string> Split(string line) =>
        [.. Item().Matches(line).Select(match => (match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value).Trim()).Where(word => word.Length > 0)];

    [GeneratedRegex("\"([^\"]*)\"|([^,\"]+)")]
    private static partial Regex Item();
}
