using Answers.Understanding;

namespace Answers.Ranking;

/// <summary>Makes training texts of a knowledge base.</summary>
internal static class TrainingTexts
{
    private const ulong SlipSeed = 29;

    /// <summary>Every question and title with its class, and every stranger.</summary>
    public static List<TrainingText> Of(KnowledgeBase source, QuestionReader reader)
    {
        var entries = source.Entries.SelectMany((e, k) => e.Questions.Append(e.Title).Select(q => (Text: q, Class: k)));
        var strangers = source.Strangers.SelectMany((s, k) => s.Questions.Select(q => (Text: q, Class: source.Entries.Count + k)));
        return Read([.. entries, .. strangers], reader, areSlips: false);
    }

    /// <summary>The same and every other question or title once more with a typing slip.</summary>
    public static List<TrainingText> WithSlips(KnowledgeBase source, QuestionReader reader, List<TrainingText> texts)
    {
        var dice = new Dice(SlipSeed);
        var slips = new List<(string Text, int Class)>();
        for (var k = 0; k < source.Entries.Count; k++)
            foreach (var question in source.Entries[k].Questions.Append(source.Entries[k].Title).Where(_ => dice.Below(2) == 0)) slips.Add((Slips.Make(question, dice), k));
        return [.. texts, .. Read(slips, reader, areSlips: true)];
    }

    /// <summary>The words of each entry's answer.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Answers(KnowledgeBase source, QuestionReader reader) =>
        [.. source.Entries.AsParallel().AsOrdered().Select(e => reader.Read($"{e.Title}\n{e.Text}", mend: false).Words)];

    // Features are read here too, by all processors, so that the trainings find them ready.
    private static List<TrainingText> Read(List<(string Text, int Class)> texts, QuestionReader reader, bool areSlips)
    {
        var read = new TrainingText?[texts.Count];
        Parallel.For(0, texts.Count, i =>
        {
            var question = reader.Read(texts[i].Text);
            if (question.Words.Count == 0) return;
            read[i] = new TrainingText(question.Words, texts[i].Class, areSlips);
            _ = read[i]!.Raw;
        });
        return [.. read.OfType<TrainingText>()];
    }
}
