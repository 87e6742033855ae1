using Answers.Index;
using Answers.Lists;
using Answers.Ranking;
using Answers.Text;
using Answers.Understanding;

namespace Answers.Deciding;

/// <summary>Lists a large base, and fits the second stage by passing over questions, entries and strangers in turn.</summary>
internal static class ListTraining
{
    private const int Samples = 3_000;

    public static (Assessor Assessor, SecondStage Stage) Run(KnowledgeBase source, QuestionReader reader, bool fitStage)
    {
        var units = Units(source);
        var firstOf = new int[units.Length + 1];
        for (var u = 0; u < units.Length; u++) firstOf[u + 1] = firstOf[u] + units[u].Length;
        var view = new ListedView();
        var raw = new RawText[firstOf[^1]];
        Parallel.For(0, units.Length, u =>
        {
            for (var i = 0; i < units[u].Length; i++) raw[firstOf[u] + i] = Raw(view, reader.Read(units[u][i]).Words);
        });
        var space = FeatureSpace.From(view, raw);
        var questions = QuestionList.From(firstOf, space, raw);
        var lists = UnitLists.From(Listed(source, reader, view, space, raw, firstOf), space.Count);
        var assessor = new ListAssessor(space, lists, questions, new AnswerKinds(source.Entries), source.Entries.Count);
        return (assessor, fitStage ? SecondStageFitting.FitOn(Cases(units, source.Entries.Count, firstOf, reader, assessor)) : SecondStage.Unfitted);
    }

    private static string[][] Units(KnowledgeBase source) =>
        [.. source.Entries.Select(e => (string[])[.. e.Questions, .. e.Title.Length > 0 ? [e.Title] : Array.Empty<string>()]), .. source.Strangers.SelectMany(s => s.Questions).Select(q => new[] { q })];

    private static RawText Raw(ListedView view, IReadOnlyList<string> words) => RawText.Of(view, words, Stems.Of(words));

    // A unit is listed under the words and neighbours of its questions, and under the words of its answer.
    private static int[][] Listed(KnowledgeBase source, QuestionReader reader, ListedView view, FeatureSpace space, RawText[] raw, int[] firstOf)
    {
        var listed = new int[firstOf.Length - 1][];
        Parallel.For(0, listed.Length, u =>
        {
            var features = new SortedSet<int>();
            for (var q = firstOf[u]; q < firstOf[u + 1]; q++) Take(raw[q], ListedView.Neighbours, space, features);
            if (u < source.Entries.Count && source.Entries[u].Text.Length > 0)
                Take(Raw(view, reader.Read(source.Entries[u].Text, mend: false).Words), ListedView.Stem, space, features);
            listed[u] = [.. features];
        });
        return listed;
    }

    private static void Take(RawText text, int lastGroup, FeatureSpace space, SortedSet<int> features)
    {
        for (var i = 0; i < text.Keys.Length; i++)
            if (text.Groups[i] <= lastGroup && space.Find(text.Keys[i]) is >= 0 and var feature) features.Add(feature);
    }

    private static AskedCase[] Cases(string[][] units, int entries, int[] firstOf, QuestionReader reader, ListAssessor assessor)
    {
        var dice = new Dice(41);
        var picked = Enumerable.Range(0, Math.Min(Samples, units.Length * 2)).Select(_ => (Unit: dice.Below(units.Length), Roll: dice.Below(1 << 20))).ToArray();
        var cases = new List<AskedCase>[picked.Length];
        Parallel.For(0, picked.Length, i => cases[i] = [.. Ask(picked[i].Unit, picked[i].Roll)]);
        return [.. cases.SelectMany(c => c)];

        IEnumerable<AskedCase> Ask(int unit, int roll)
        {
            var question = roll % units[unit].Length;
            var words = reader.Read(units[unit][question]).Words;
            if (words.Count == 0) yield break;
            var absent = assessor.Assess(words, 2, new Omission(unit, -1));
            if (absent.Best.Length > 0) yield return new AskedCase(absent.Signals, unit < entries ? CaseKind.LeftOut : CaseKind.Stranger, absent.Lead);
            if (unit >= entries) yield break;
            // Asked in other words: by a question that is itself passed over, or with a word left out.
            var other = roll % 2 == 0 && units[unit].Length > 1;
            var asked = other || words.Count < 4 ? words : [.. words.Where((_, w) => w != roll % words.Count)];
            var present = assessor.Assess(asked, 2, other ? new Omission(-1, firstOf[unit] + question) : Omission.None);
            if (present.Best.Length > 0) yield return new AskedCase(present.Signals, present.Best[0] == unit ? CaseKind.Right : CaseKind.Wrong, present.Lead);
        }
    }
}
