using Answers.Text;

namespace Answers.Grouping;

/// <summary>What is compared of a question: its words by rarity, the letters of its words, and the entries that came nearest.</summary>
internal sealed record AskedVectors(Dictionary<string, double> Words, Dictionary<string, double> Letters, Dictionary<string, double> Nearest)
{
    private const int Run = 4;

    public static AskedVectors Of(Outcome outcome, Rarity rarity)
    {
        var stems = Stems.Of(outcome.Reasons.Question.Words).Distinct(StringComparer.Ordinal).ToArray();
        var words = new Dictionary<string, double>(StringComparer.Ordinal);
        var letters = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var stem in stems)
        {
            var weight = rarity.Of(stem);
            words[stem] = weight;
            // A masked name says that there is a name, and its letters say nothing.
            if (stem[0] == '{') continue;
            var marked = $"<{stem}>";
            for (var at = 0; at + Run <= marked.Length; at++) letters[marked.Substring(at, Run)] = Math.Max(letters.GetValueOrDefault(marked.Substring(at, Run)), weight);
        }

        return new AskedVectors(Whole(words), Whole(letters), Whole(outcome.Reasons.Nearest.ToDictionary(near => near.EntryId, near => near.Share, StringComparer.Ordinal)));
    }

    /// <summary>Cosine of two of these, which have length 1.</summary>
    public static double Cosine(Dictionary<string, double> one, Dictionary<string, double> other)
    {
        var (few, many) = one.Count <= other.Count ? (one, other) : (other, one);
        var sum = 0.0;
        foreach (var (key, value) in few) sum += value * many.GetValueOrDefault(key);
        return sum;
    }

    private static Dictionary<string, double> Whole(Dictionary<string, double> vector)
    {
        var length = Math.Sqrt(vector.Values.Sum(value => value * value));
        if (length <= 0) return [];
        foreach (var key in vector.Keys.ToArray()) vector[key] /= length;
        return vector;
    }
}
