using Answers.Index;
using Answers.Ranking;
using Answers.Text;

namespace Answers.Deciding;

/// <summary>How much of a question's wording is at home in the knowledge base, and in one entry. Rare words weigh more.</summary>
internal sealed class Coverage
{
    private const int Single = 0;
    private readonly KeyTable _stems, _pairs, _ofEntry;
    private readonly int[] _texts;     // in how many of our questions each stem is; 0 for a word of answers only
    private readonly float[] _weights;
    private readonly float _foreign;

    private Coverage(KeyTable stems, KeyTable pairs, KeyTable ofEntry, int[] texts, int allTexts)
    {
        (_stems, _pairs, _ofEntry, _texts, AllTexts) = (stems, pairs, ofEntry, texts, allTexts);
        _weights = [.. texts.Select(seen => Weight(allTexts, seen))];
        _foreign = Weight(allTexts, 0);
    }

    private int AllTexts { get; }

    /// <param name="texts">Training texts; those of strangers are passed over.</param>
    /// <param name="answers">The words of each entry's answer.</param>
    public static Coverage From(IEnumerable<TrainingText> texts, IReadOnlyList<IReadOnlyList<string>> answers)
    {
        var seen = new Dictionary<ulong, (int Number, int Texts)>();
        var pairs = new HashSet<ulong>();
        var ofEntry = new HashSet<ulong>();
        var all = 0;
        foreach (var text in texts.Where(t => t.Class < answers.Count && !t.IsSlip))
        {
            all++;
            ulong? before = null;
            var here = new HashSet<ulong>();
            foreach (var stem in text.Stems)
            {
                var key = FeatureKey.Of(Single, stem);
                if (here.Add(key)) Count(seen, key, 1);
                ofEntry.Add(InEntry(key, text.Class));
                if (before is { } first) pairs.Add(Neighbours(first, key));
                before = key;
            }
        }

        for (var k = 0; k < answers.Count; k++)
        {
            foreach (var word in answers[k])
            {
                var key = FeatureKey.Of(Single, Stems.Of(word));
                Count(seen, key, 0);
                ofEntry.Add(InEntry(key, k));
            }
        }

        var stems = seen.OrderBy(s => s.Value.Number).ToArray();
        return new Coverage(new KeyTable([.. stems.Select(s => s.Key)]), new KeyTable([.. pairs]), new KeyTable([.. ofEntry]), [.. stems.Select(s => s.Value.Texts)], all);
    }

    /// <summary>Share of the wording, 0 to 1, that no entry's question uses; of word pairs; that the entry itself does not use.</summary>
    public (double Foreign, double ForeignPairs, double Uncovered) Of(IReadOnlyList<string> stems, int entry)
    {
        double all = 0, foreign = 0, uncovered = 0, pairs = 0, foreignPairs = 0;
        ulong? before = null;
        for (var i = 0; i < stems.Count; i++)
        {
            var key = FeatureKey.Of(Single, stems[i]);
            var number = _stems.Find(key);
            var weight = number < 0 ? _foreign : _weights[number];
            all += weight;
            if (number < 0 || _texts[number] == 0) foreign += weight;
            if (!_ofEntry.Has(InEntry(key, entry))) uncovered += weight;
            if (before is { } first)
            {
                pairs++;
                if (!_pairs.Has(Neighbours(first, key))) foreignPairs++;
            }

            before = key;
        }

        return (all > 0 ? foreign / all : 1, pairs > 0 ? foreignPairs / pairs : 0.5, all > 0 ? uncovered / all : 1);
    }

    public bool Holds(int entry, string stem) => _ofEntry.Has(InEntry(FeatureKey.Of(Single, stem), entry));

    public void Write(BinaryWriter to)
    {
        foreach (var table in new[] { _stems, _pairs, _ofEntry }) Blobs.Write(to, table.Keys());
        Blobs.Write(to, _texts);
        to.Write(AllTexts);
    }

    public static Coverage Read(BinaryReader from) => new(
        new KeyTable(Blobs.Read<ulong>(from)), new KeyTable(Blobs.Read<ulong>(from)), new KeyTable(Blobs.Read<ulong>(from)), Blobs.Read<int>(from), from.ReadInt32());

    private static void Count(Dictionary<ulong, (int Number, int Texts)> seen, ulong key, int texts) =>
        seen[key] = seen.TryGetValue(key, out var known) ? (known.Number, known.Texts + texts) : (seen.Count, texts);

    private static ulong InEntry(ulong stem, int entry) => (stem ^ (uint)entry) * 0xD6E8FEB86659FD93;

    private static ulong Neighbours(ulong first, ulong second) => ((first * 31) ^ second) * 0xA24BAED4963EE407;

    private static float Weight(int all, int texts) => (float)Exact.Log((1.0 + all) / (1 + texts));
}
