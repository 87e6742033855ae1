using Bot.Tests.Support;
using Bot.Tests.Whole;

namespace Bot.Tests.Features.Governors;

/// <summary>Two hundred wordings by persona, kept as they were written before the engine was asked any of them.</summary>
public sealed class WordingTheEight
{
    private const double Wanted = 0.97;

    private static readonly string[][] Wordings =
    [
        .. File.ReadLines(Repository.PathOf("tests", "Bot.Tests", "Features", "Governors", "eight-questions.tsv")).Where(line => line[0] != '#').Select(line => line.Split('\t')),
    ];

    [Fact]
    public void ThereAre200_AndHardlyOneIsAnArticlesOwn()
    {
        Assert.Equal(200, Wordings.Length);
        var content = string.Concat(Enumerable.Range(1, 8).Select(n => File.ReadAllText(Repository.PathOf("src", "Bot", "Knowledge", "Content", "governors", $"q{n}.md"))));
        // "q2" and its like are everybody's.
        var own = Wordings.Where(w => w[2].Length > 3 && (content.Contains($"- {w[2]}\n", StringComparison.OrdinalIgnoreCase) || content.Contains($"\"{w[2]}\"", StringComparison.OrdinalIgnoreCase)));
        Assert.InRange(own.Count(), 0, 2);
    }

    [Fact]
    public async Task OutOf100_97ReachTheirQuestion()
    {
        var guide = await SharedGuide.Instance;
        var missed = new List<string>();
        foreach (var (question, persona, words) in Wordings.Select(w => (w[0], w[1], w[2])))
        {
            // A message may hold two questions and get a card for each.
            var headings = (await guide.PostForRepliesAsync(Person.New().Says(words))).Select(reply => CardReading.Heading(GuideOnKestrel.CardOf(reply))).ToArray();
            if (!headings.Contains(BuiltInContent.Heading($"q{question}")))
                missed.Add($"q{question}, {persona}: {words} -> {string.Join(" / ", headings)}");
        }

        var reached = 1 - missed.Count / (double)Wordings.Length;
        Assert.True(reached >= Wanted, $"{reached:P1} reach their question, {Wanted:P0} are wanted. Missed:\n{string.Join('\n', missed)}");
    }
}
