using Bot.Commands;
using Bot.Features.Questions;
using Bot.Knowledge;
using Bot.Tests.Support;

namespace Bot.Tests.Whole;

/// <summary>
/// Question sets as a gate. The first is the public part of the set that the guide is measured with. The others were written
/// before the engine's answers were seen, and have served as development sets since; the last one least.
/// </summary>
public sealed class AnsweringWell
{
    [Theory]
    [InlineData("public.jsonl", 211, 0.97)]
    [InlineData("own.jsonl", 374, 0.97)]
    [InlineData("own-2.jsonl", 138, 0.97)]
    [InlineData("own-3.jsonl", 106, 0.90)]
    public async Task AQuestionSet_IsAnsweredAsPromised(string file, int lines, double recall)
    {
        var guide = await SharedGuide.Instance;
        var (snapshot, answering) = (guide.Get<KnowledgeStore>().Current, guide.Get<Answering>());

        var set = EvalSet.Of(File.ReadLines(Repository.PathOf("tests", "Bot.Tests", "Whole", "QuestionSets", file)), () => new Conversation(snapshot, answering, TimeProvider.System));

        var faults = string.Join('\n', set.Results.Where(r => !r.Passed));
        Assert.Equal(lines, set.Results.Count);
        Assert.True(set.Overall >= Math.Max(recall, 0.95), $"Overall {set.Overall:P1}\n{faults}");
        Assert.True(set.RefusalRecall >= recall, $"Refusal recall {set.RefusalRecall:P1}\n{faults}");
        Assert.True(set.FalseRefusals <= 0.02, $"False refusals {set.FalseRefusals:P1}\n{faults}");
    }
}
