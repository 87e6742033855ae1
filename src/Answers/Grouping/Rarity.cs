using Answers.Ranking;

namespace Answers.Grouping;

/// <summary>How rare a word is among the questions of a subject.</summary>
internal sealed class Rarity
{
    private readonly Dictionary<string, int> _holders = new(StringComparer.Ordinal);
    private readonly int _questions;

    public Rarity(IEnumerable<string[]> questions)
    {
        foreach (var stems in questions)
        {
            _questions++;
            foreach (var stem in stems.Distinct(StringComparer.Ordinal)) _holders[stem] = _holders.GetValueOrDefault(stem) + 1;
        }
    }

    public double Of(string stem) => Exact.Log((1.0 + _questions) / (1.0 + _holders.GetValueOrDefault(stem)));
}
