namespace Answers.Ranking;

/// <summary>The entries' own questions as weighted texts.</summary>
internal static class Questions
{
    public static Example[][] ByClass(Ensemble ensemble, IEnumerable<TrainingText> texts, int entries)
    {
        var lists = new List<Example>[entries];
        for (var k = 0; k < entries; k++) lists[k] = [];
        foreach (var text in texts)
            if (text.Class < entries) lists[text.Class].Add(ensemble.Weigh(text.Raw));
        return [.. lists.Select(list => list.ToArray())];
    }
}
