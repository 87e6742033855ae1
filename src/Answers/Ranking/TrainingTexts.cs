using Answers.Understanding;

namespace Answers.Ranking;

/// <summary>Makes training texts of a knowledge base.</summary>
internal static class TrainingTexts
{
    private const ulong SlipSeed = 29;

    /// <summary>Every question and title with its class, and every stranger.</summary>
    public static List<TrainingText> Of(KnowledgeBase source, QuestionReader reader)
    {
        var texts = new List<TrainingText>();
        for (var k = 0; k < source.Entries.Count; k++)
        {
            var entry = source.Entries[k];
            foreach (var question in entry.Questions.Append(entry.Title)) Add(texts, reader.Read(question), k);
        }

        for (var s = 0; s < source.Strangers.Count; s++)
            foreach (var stranger in source.Strangers[s].Questions) Add(texts, reader.Read(stranger), source.Entries.Count + s);
        return texts;
    }

    /// <summary>The same and every other question once more with a typing slip.</summary>
    public static List<TrainingText> WithSlips(KnowledgeBase source, QuestionReader reader, List<TrainingText> texts)
    {
        var all = new List<TrainingText>(texts);
        var dice = new Dice(SlipSeed);
        for (var k = 0; k < source.Entries.Count; k++)
            foreach (var question in source.Entries[k].Questions.Where(_ => dice.Below(2) == 0)) Add(all, reader.Read(Slips.Make(question, dice)), k, isSlip: true);
        return all;
    }

    /// <summary>The words of each entry's answer.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Answers(KnowledgeBase source, QuestionReader reader) =>
        [.. source.Entries.Select(e => reader.Read($"{e.Title}\n{e.Text}", mend: false).Words)];

    private static void Add(List<TrainingText> texts, Question question, int entry, bool isSlip = false)
    {
        if (question.Words.Count > 0) texts.Add(new TrainingText(question.Words, entry, isSlip));
    }
}
