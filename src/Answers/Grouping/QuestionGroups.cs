using Answers.Text;

namespace Answers.Grouping;

/// <summary>
/// Puts questions that mean the same together. Two are as alike as their rare words, the letters of those words and the entries nearest to
/// them are; groups grow while their members are alike on average. Deterministic: the same questions give the same groups, in the same order.
/// </summary>
public static class QuestionGroups
{
    /// <param name="asked">Outcomes of the questions; a few hundred, as every one is held against every other.</param>
    /// <param name="known">Other questions of the subject, by which common words are told from rare ones.</param>
    /// <returns>For each question the number of its group, from 0 in order of the first question in each.</returns>
    public static IReadOnlyList<int> Of(IReadOnlyList<Outcome> asked, IReadOnlyList<string> known) => Of(asked, known, Likeness.Measured);

    internal static IReadOnlyList<int> Of(IReadOnlyList<Outcome> asked, IReadOnlyList<string> known, Likeness likeness)
    {
        var rarity = new Rarity(known.Select(question => Stems.Of([.. Tokens.Of(question).Select(token => token.Word)])));
        var read = asked.Select(outcome => AskedVectors.Of(outcome, rarity)).ToArray();
        var alike = new float[read.Length][];
        for (var i = 0; i < read.Length; i++)
        {
            alike[i] = new float[i];
            for (var j = 0; j < i; j++) alike[i][j] = (float)likeness.Of(read[i], read[j]);
        }

        return Numbered(Joining.Of(alike, likeness.Least));
    }

    private static int[] Numbered(int[] groups)
    {
        var numbers = new Dictionary<int, int>();
        return [.. groups.Select(group => numbers.TryGetValue(group, out var number) ? number : numbers[group] = numbers.Count)];
    }
}
