using System.Runtime.InteropServices;

namespace Answers.Index;

/// <summary>The features of one view that were seen in training, with their rarity.</summary>
internal sealed class FeatureSpace
{
    public const float Bias = 0.3f;
    private readonly View _view;
    private readonly Dictionary<ulong, int> _index;
    private readonly float[] _rarity;   // square root of inverse document frequency
    private readonly byte[] _group;
    private readonly float _unseenRarity;

    private FeatureSpace(View view, Dictionary<ulong, int> index, float[] rarity, byte[] group, float unseenRarity) =>
        (_view, _index, _rarity, _group, _unseenRarity) = (view, index, rarity, group, unseenRarity);

    /// <summary>Features plus the bias, which comes last.</summary>
    public int Count => _rarity.Length + 1;

    public static FeatureSpace From(View view, IReadOnlyList<(IReadOnlyList<string> Words, IReadOnlyList<string> Stems)> texts)
    {
        var seen = new Dictionary<ulong, (int Texts, int Last, byte Group)>();
        for (var t = 0; t < texts.Count; t++)
        {
            var text = t;
            view.Read(texts[t].Words, texts[t].Stems, (group, key) =>
            {
                ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, key, out var known);
                if (!known) entry = (1, text, (byte)group);
                else if (entry.Last != text) entry = (entry.Texts + 1, text, entry.Group);
            });
        }

        return Kept(view, seen, texts.Count);
    }

    public SparseText Weigh(IReadOnlyList<string> words, IReadOnlyList<string> stems)
    {
        var counts = new Dictionary<int, int>();
        float unseenStems = 0, unseenNeighbours = 0, stemTotal = 0, neighbourTotal = 0;
        _view.Read(words, stems, (group, key) =>
        {
            var rarity = _unseenRarity;
            var known = _index.TryGetValue(key, out var feature);
            if (known)
            {
                rarity = _rarity[feature];
                CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
            }

            if (group == WordView.Stem) { stemTotal += rarity; if (!known) unseenStems += rarity; }
            if (group == WordView.Neighbours) { neighbourTotal += rarity; if (!known) unseenNeighbours += rarity; }
        });

        return Normalised(counts, stemTotal > 0 ? unseenStems / stemTotal : 1f, neighbourTotal > 0 ? unseenNeighbours / neighbourTotal : 1f);
    }

    public void Write(BinaryWriter to)
    {
        to.Write(_rarity.Length);
        to.Write(_unseenRarity);
        var keys = new ulong[_rarity.Length];
        foreach (var (key, feature) in _index) keys[feature] = key;
        to.Write(MemoryMarshal.AsBytes<ulong>(keys));
        to.Write(MemoryMarshal.AsBytes<float>(_rarity));
        to.Write(_group);
    }

    public static FeatureSpace Read(View view, BinaryReader from)
    {
        var count = from.ReadInt32();
        var unseen = from.ReadSingle();
        var keys = Blobs.Read<ulong>(from, count);
        var rarity = Blobs.Read<float>(from, count);
        var group = Blobs.Read<byte>(from, count);
        var index = new Dictionary<ulong, int>(count);
        for (var i = 0; i < count; i++) index.Add(keys[i], i);
        return new FeatureSpace(view, index, rarity, group, unseen);
    }

    private static FeatureSpace Kept(View view, Dictionary<ulong, (int Texts, int Last, byte Group)> seen, int texts)
    {
        var kept = seen.Where(pair => pair.Value.Texts >= view.LeastTexts(pair.Value.Group)).OrderBy(pair => pair.Key).ToArray();
        var index = new Dictionary<ulong, int>(kept.Length);
        var rarity = new float[kept.Length];
        var group = new byte[kept.Length];
        for (var i = 0; i < kept.Length; i++)
        {
            index.Add(kept[i].Key, i);
            rarity[i] = Rarity(texts, kept[i].Value.Texts);
            group[i] = kept[i].Value.Group;
        }

        return new FeatureSpace(view, index, rarity, group, Rarity(texts, 0));
    }

    private static float Rarity(int texts, int df) => (float)Math.Sqrt(Ranking.Exact.Log((1.0 + texts) / (1 + df)) + 1);

    private SparseText Normalised(Dictionary<int, int> counts, float unseenStems, float unseenNeighbours)
    {
        var features = new int[counts.Count + 1];
        counts.Keys.CopyTo(features, 0);
        features[^1] = _rarity.Length;
        Array.Sort(features);
        var values = new float[features.Length];
        Span<float> lengths = stackalloc float[8];
        for (var i = 0; i < features.Length - 1; i++)
        {
            var value = (1 + (float)Ranking.Exact.Log(counts[features[i]])) * _rarity[features[i]];
            values[i] = value;
            lengths[_group[features[i]]] += value * value;
        }

        Scale(features, values, lengths);
        values[^1] = Bias;
        return new SparseText { Features = features, Values = values, UnseenStems = unseenStems, UnseenNeighbours = unseenNeighbours };
    }

    private void Scale(int[] features, float[] values, Span<float> lengths)
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
        for (var i = 0; i < features.Length - 1; i++) values[i] *= lengths[_group[features[i]]] * whole;
    }
}
