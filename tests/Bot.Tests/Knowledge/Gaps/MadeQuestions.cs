using Answers;
using Answers.Grouping;
using Bot.Knowledge;
using Bot.Tests.Support;

namespace Bot.Tests.Knowledge.Gaps;

/// <summary>Questions that nobody has answered, made for this and sorted by hand into groups that ask the same.</summary>
internal static class MadeQuestions
{
    /// <param name="name">groups-tuned.tsv, on which the comparison was chosen, or groups.tsv, which it had not seen.</param>
    public static IReadOnlyList<(string Group, string Question)> Read(string name) =>
        [.. File.ReadLines(Repository.PathOf("tests", "Bot.Tests", "Knowledge", "Gaps", name)).Select(line => line.Split('\t')).Select(parts => (parts[0], parts[1]))];

    /// <returns>Of all pairs that were put together, the share that belong together; and of all that belong together, the share that were put together.</returns>
    public static (double Precision, double Recall, int Groups) Measure(IReadOnlyList<(string Group, string Question)> made, IReadOnlyList<int> groups)
    {
        var (right, joined, belong) = (0, 0, 0);
        for (var i = 0; i < made.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (together, same) = (groups[i] == groups[j], made[i].Group == made[j].Group);
                joined += together ? 1 : 0;
                belong += same ? 1 : 0;
                right += together && same ? 1 : 0;
            }
        }

        return ((double)right / Math.Max(1, joined), (double)right / belong, groups.Distinct().Count());
    }

    public static IReadOnlyList<Outcome> Ask(IReadOnlyList<(string Group, string Question)> made, KnowledgeSnapshot snapshot) => [.. made.Select(line => snapshot.Engine.Ask(line.Question))];

    public static IReadOnlyList<string> Known(KnowledgeSnapshot snapshot) =>
        [.. snapshot.Content.Articles.SelectMany(article => article.Alternates.Concat(article.Variants).Prepend(article.Question)), .. snapshot.Content.NotOurs.SelectMany(kind => kind.Value)];
}
