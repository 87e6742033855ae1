using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Knowledge;
using Bot.Knowledge.Articles;

namespace Bot.AzureAnswers.Authoring;

/// <summary>Says in the project's own description which release it holds, so that no table can disagree with it.</summary>
internal static partial class ProjectMark
{
    private const string Unfinished = "ICS Guide is publishing";

    public static string Of(KnowledgeSnapshot snapshot)
    {
        var withdrawn = snapshot.Content.Articles.Where(a => snapshot.IsWithdrawn(a.Id)).Select(a => a.Id).ToArray();
        var release = string.Create(CultureInfo.InvariantCulture, $"ICS Guide release {snapshot.Number} ({snapshot.Revision})");
        return withdrawn.Length == 0 ? release : $"{release} without {withdrawn.Length} withdrawn ({Digest(withdrawn)})";
    }

    /// <summary>What the owner of the project wrote stays in front.</summary>
    public static string Written(string description, string mark) => $"{Mark().Replace(description, "").Trim()} [{mark}]".Trim();

    /// <summary>While it is being changed, it holds no release.</summary>
    public static string Begun(string description) => Written(description, Unfinished);

    /// <returns>Null where the project holds no whole release of this guide.</returns>
    public static string? In(string description) => Mark().Match(description) is { Success: true } found && found.Groups[1].Value != Unfinished ? found.Groups[1].Value : null;

    /// <summary>What is published: without what was withdrawn.</summary>
    public static Content Served(KnowledgeSnapshot snapshot) => snapshot.Content with { Articles = [.. snapshot.Content.Articles.Where(a => !snapshot.IsWithdrawn(a.Id))] };

    private static string Digest(IEnumerable<string> ids) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', ids.Order(StringComparer.Ordinal)))).AsSpan(0, 4));

    [GeneratedRegex(@"\[(ICS Guide [^\]]*)\]")]
    private static partial Regex Mark();
}
