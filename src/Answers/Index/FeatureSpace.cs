using System.Runtime.InteropServices;

namespace Answers.Index;

/// <summary>The features of one view that were seen in training, with their rarity.</summary>
internal sealed class FeatureSpace
{
    public const float Bias = 0.3f;
    private const int MostGroups = 8;
    private readonly View _view;
    private readonly KeyTable _index;
    private readonly float[] _rarity;   // square root of inverse document frequency
    private readonly byte[] _group;
    private readonly float _unseenRarity;

    private FeatureSpace(View view, KeyTable index, float[] rarity, byte[] group, float unseenRarity) =>
        (_view, _index, _rarity, _group, _unseenRarity) = (view, index, rarity, group, unseenRarity);

    /// <summary>Features plus the bias, which comes last.</summary>
    public int Count => _rarity.Length + 1;

    public int Groups => _view.GroupWeights.Length;

    /// <returns>The feature of a key, or -1.</returns>
    public int Find(ulong key) => _index.Find(key);

    /// <param name="view">The view.</param>
    /// <param name="texts">To learn from.</param>
    /// <param name="keepRare">Keep features seen in one text only, whatever the view says: with few texts every one counts.</param>
    public static FeatureSpace From(View view, IEnumerable<RawText> texts, bool keepRare = false)
    {
        var seen = new Dictionary<ulong, (int Texts, byte Group)>();
        var count = 0;
        foreach (var text in texts)
        {
            count++;
            for (var i = 0; i < text.Keys.Length; i++)
            {
                ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, text.Keys[i], out _);
                entry = (entry.Texts + 1, text.Groups[i]);
            }
        }

        return Kept(view, seen, count, keepRare);
    }

    public SparseText Weigh(RawText raw)
    {
        Span<int> found = raw.Keys.Length <= 2_048 ? stackalloc int[raw.Keys.Length] : new int[raw.Keys.Length];
        Span<float> unseen = stackalloc float[MostGroups], total = stackalloc float[MostGroups];
        unseen.Clear();
        total.Clear();
        foreach (var key in raw.Keys) _index.Fetch(key);
        var known = 0;
        for (var i = 0; i < found.Length; i++)
        {
            var feature = found[i] = _index.Find(raw.Keys[i]);
            if (feature >= 0) known++;
            else unseen[raw.Groups[i]] += _unseenRarity;
            total[raw.Groups[i]] += feature >= 0 ? _rarity[feature] : _unseenRarity;
        }

        return Normalised(raw, found, known, Share(unseen, total, WordView.Stem), Share(unseen, total, WordView.Neighbours));
    }

    public float RarityOf(int feature) => _rarity[feature];

    public int GroupOf(int feature) => _group[feature];

    /// <summary>What stands before rarity and count in the value of each of a text's features, by group.</summary>
    public float[] Scales(RawText raw)
    {
        var scales = new float[MostGroups];
        for (var i = 0; i < raw.Keys.Length; i++)
        {
            if (_index.Find(raw.Keys[i]) is not (>= 0 and var feature)) continue;
            var value = raw.Counts[i] * _rarity[feature];
            scales[raw.Groups[i]] += value * value;
        }

        ToScales(scales);
        return scales[..Groups];
    }

    private static float Share(ReadOnlySpan<float> part, ReadOnlySpan<float> whole, int group) => whole[group] > 0 ? part[group] / whole[group] : 1f;

    public void Write(BinaryWriter to)
    {
        to.Write(_unseenRarity);
        Blobs.Write(to, _index.Keys());
        Blobs.Write(to, _rarity);
        Blobs.Write(to, _group);
    }

    public static FeatureSpace Read(View view, BinaryReader from)
    {
        var unseen = from.ReadSingle();
        return new FeatureSpace(view, new KeyTable(Blobs.Read<ulong>(from)), Blobs.Read<float>(from), Blobs.Read<byte>(from), unseen);
    }

    private static FeatureSpace Kept(View view, Dictionary<ulong, (int Texts, byte Group)> seen, int texts, bool keepRare)
    {
        var kept = seen.Where(pair => keepRare || pair.Value.Texts >= view.LeastTexts(pair.Value.Group)).OrderByDescending(pair => pair.Value.Texts).ThenBy(pair => pair.Key).ToArray();
        var rarity = new float[kept.Length];
        var group = new byte[kept.Length];
        for (var i = 0; i < kept.Length; i++) (rarity[i], group[i]) = (Rarity(texts, kept[i].Value.Texts), kept[i].Value.Group);
        var index = new KeyTable(Array.ConvertAll(kept, pair => pair.Key));
        return new FeatureSpace(view, index, rarity, group, Rarity(texts, 0));
    }

    private static float Rarity(int texts, int df) => (float)Math.Sqrt(Ranking.Exact.Log((1.0 + texts) / (1 + df)) + 1);

    private SparseText Normalised(RawText raw, ReadOnlySpan<int> found, int known, float unseenStems, float unseenNeighbours)
    {
        var features = new int[known + 1];
        var values = new float[known + 1];
        Span<float> lengths = stackalloc float[MostGroups];
        lengths.Clear();
        for (int i = 0, at = 0; i < found.Length; i++)
        {
            if (found[i] < 0) continue;
            var value = raw.Counts[i] * _rarity[found[i]];
            (features[at], values[at]) = (found[i], value);
            lengths[raw.Groups[i]] += value * value;
            at++;
        }

        ToScales(lengths);
        for (var i = 0; i < known; i++) values[i] *= lengths[_group[features[i]]];
        (features[^1], values[^1]) = (_rarity.Length, Bias);
        return new SparseText { Features = features, Values = values, UnseenStems = unseenStems, UnseenNeighbours = unseenNeighbours };
    }

    // From the squared length of each group to what its values are multiplied by.
    private void ToScales(Span<float> lengths)
    {
        var weights = _view.GroupWeights;
        var whole = 0f;
        for (var g = 0; g < weights.Length; g++)
        {
            if (lengths[g] <= 0) continue;
            whole += weights[g] * weights[g];
            lengths[g] = weights[g] / MathF.Sqrt(lengths[g]);
        }

        if (whole <= 0) return;
        whole = 1 / MathF.Sqrt(whole);
        for (var g = 0; g < weights.Length; g++) lengths[g] *= whole;
    }
}
