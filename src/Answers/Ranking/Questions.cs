namespace Answers.Ranking;

/// <summary>The entries' own questions as weighted texts.</summary>
internal static class Questions
{
    public static Example[][] ByClass(Ensemble ensemble, IEnumerable<TrainingText> texts, int classes)
    {
        var lists = new List<Example>[classes];
        for (var k = 0; k < classes; k++) lists[k] = [];
        foreach (var text in texts)
            if (text.Class >= 0) lists[text.Class].Add(ensemble.Weigh(text.Words));
        return [.. lists.Select(list => list.ToArray())];
    }
}
