using Answers.Ranking;
using Answers.Text;

namespace Answers.Deciding;

/// <summary>How much of a question's wording is at home in the knowledge base, and in one entry. Rare words weigh more.</summary>
internal sealed class Coverage
{
    private readonly Dictionary<string, int> _ours = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), int> _pairs = [];
    private readonly HashSet<string>[] _byEntry;
    private readonly int _texts;

    /// <param name="texts">Training texts; those of strangers are passed over.</param>
    /// <param name="answers">The words of each entry's answer.</param>
    public Coverage(IEnumerable<TrainingText> texts, IReadOnlyList<IReadOnlyList<string>> answers)
    {
        _byEntry = new HashSet<string>[answers.Count];
        for (var k = 0; k < answers.Count; k++) _byEntry[k] = [.. answers[k].Select(Stems.Of)];
        foreach (var text in texts)
        {
            if (text.Class >= answers.Count) continue;
            _texts++;
            var stems = text.Words.Select(Stems.Of).ToArray();
            _byEntry[text.Class].UnionWith(stems);
            foreach (var stem in stems.Distinct(StringComparer.Ordinal)) _ours[stem] = _ours.GetValueOrDefault(stem) + 1;
            for (var i = 1; i < stems.Length; i++) _pairs[(stems[i - 1], stems[i])] = _pairs.GetValueOrDefault((stems[i - 1], stems[i])) + 1;
        }
    }

    /// <summary>Share of the wording, 0 to 1, that no entry's question uses; of word pairs; that the entry itself does not use; the rarest foreign word.</summary>
    public (double Foreign, double ForeignPairs, double Uncovered) Of(IReadOnlyList<string> words, int entry)
    {
        double all = 0, foreign = 0, uncovered = 0, pairs = 0, foreignPairs = 0;
        var own = _byEntry[entry];
        string? before = null;
        foreach (var word in words)
        {
            var stem = Stems.Of(word);
            var weight = Exact.Log((1.0 + _texts) / (1 + _ours.GetValueOrDefault(stem)));
            all += weight;
            if (!_ours.ContainsKey(stem)) foreign += weight;
            if (!own.Contains(stem)) uncovered += weight;
            if (before is not null) { pairs++; if (!_pairs.ContainsKey((before, stem))) foreignPairs++; }
            before = stem;
        }

        return (all > 0 ? foreign / all : 1, pairs > 0 ? foreignPairs / pairs : 0.5, all > 0 ? uncovered / all : 1);
    }

    /// <summary>Words of the question that the entry's own questions or answer hold too.</summary>
    public IReadOnlyList<string> Shared(IReadOnlyList<string> words, int entry) =>
        [.. words.Where(w => w.Length > 2 && _byEntry[entry].Contains(Stems.Of(w))).Distinct(StringComparer.Ordinal)];
}
