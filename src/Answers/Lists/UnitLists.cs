using Answers.Index;
using Answers.Ranking;

namespace Answers.Lists;

/// <summary>
/// For each stem and pair of neighbours, the units that hold it; scored by BM25 with every word counted once. A unit is an
/// entry with all its questions, or one question of a stranger.
/// </summary>
internal sealed class UnitLists
{
    private const float Saturation = 1.2f, LengthPart = 0.5f;

    /// <summary>Lists are read from the rarest feature on until this many places were looked at: what is left out weighs little.</summary>
    private const int MostPlaces = 40_000;

    private readonly int[] _starts, _units;
    private readonly float[] _rarity;   // of each feature; 0 where it has no list
    private readonly float[] _damping;  // of each unit, by its length

    private UnitLists(int[] starts, int[] units, float[] damping)
    {
        (_starts, _units, _damping) = (starts, units, damping);
        _rarity = new float[starts.Length - 1];
        for (var f = 0; f < _rarity.Length; f++)
            if (starts[f + 1] > starts[f]) _rarity[f] = (float)Exact.Log(1 + ((damping.Length - (starts[f + 1] - starts[f]) + 0.5) / (starts[f + 1] - starts[f] + 0.5)));
    }

    /// <param name="featuresOf">The listed features of each unit, distinct.</param>
    /// <param name="features">How many features there are.</param>
    public static UnitLists From(int[][] featuresOf, int features)
    {
        var starts = new int[features + 1];
        foreach (var unit in featuresOf)
            foreach (var feature in unit) starts[feature + 1]++;
        for (var f = 0; f < features; f++) starts[f + 1] += starts[f];
        var next = starts.AsSpan(0, features).ToArray();
        var units = new int[starts[^1]];
        for (var u = 0; u < featuresOf.Length; u++)
            foreach (var feature in featuresOf[u]) units[next[feature]++] = u;
        var mean = Math.Max(1, (float)starts[^1] / featuresOf.Length);
        var damping = featuresOf.Select(f => (Saturation + 1) / (1 + (Saturation * (1 - LengthPart + (LengthPart * f.Length / mean)))));
        return new UnitLists(starts, units, [.. damping]);
    }

    /// <summary>Fills the scratch with the best units for the features, best first.</summary>
    /// <returns>The score of a unit of middling length that holds every feature.</returns>
    public float Find(ReadOnlySpan<int> features, ListScratch scratch)
    {
        scratch.Begin(_damping.Length);
        var order = scratch.Order(features, _starts);
        var whole = 0f;
        var places = 0;
        foreach (var feature in order)
        {
            var rarity = _rarity[feature];
            whole += rarity;
            var list = _units.AsSpan(_starts[feature], _starts[feature + 1] - _starts[feature]);
            if (places > 0 && places + list.Length > MostPlaces) continue;
            places += list.Length;
            foreach (var unit in list) scratch.Add(unit, rarity * _damping[unit]);
        }

        scratch.Choose();
        return whole;
    }

    public void Write(BinaryWriter to)
    {
        Blobs.Write(to, _starts);
        Blobs.Write(to, _units);
        Blobs.Write(to, _damping);
    }

    public static UnitLists Read(BinaryReader from) => new(Blobs.Read<int>(from), Blobs.Read<int>(from), Blobs.Read<float>(from));
}
