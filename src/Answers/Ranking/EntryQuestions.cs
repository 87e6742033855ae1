using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Answers.Index;

namespace Answers.Ranking;

/// <summary>
/// One view of the entries' own questions, entry by entry: its features in order, and for each a row of bits that says which questions hold it;
/// a feature that some question holds several times has a further row for each time. A question's value of a feature is what all of its group
/// have in common, times the feature's rarity, times its count: so bits and a few numbers a question say it all, and memory is slower than arithmetic.
/// </summary>
internal sealed partial class EntryQuestions
{
    // More than any question says one thing.
    private const int MostTimes = 16;
    private const int Wide = 8;
    private static readonly float[] Steps = [.. Enumerable.Range(1, MostTimes).Select(times => RawText.Damped(times) - (times == 1 ? 0 : RawText.Damped(times - 1)))];
    private readonly FeatureSpace _space;
    private readonly int[] _features, _featuresOf;   // where an entry's features begin
    private readonly int[] _rows;                    // of each feature, counted from the entry's first row; one more at an entry's end
    private readonly int[] _bitsOf;                  // where an entry's rows begin
    private readonly byte[] _bits;
    private readonly int[] _scalesOf;                // where an entry's scales begin
    private readonly float[] _scales;                // group by group, for every place of a row

    private EntryQuestions(FeatureSpace space, int[] features, int[] featuresOf, int[] rows, int[] bitsOf, byte[] bits, int[] scalesOf, float[] scales) =>
        (_space, _features, _featuresOf, _rows, _bitsOf, _bits, _scalesOf, _scales) = (space, features, featuresOf, rows, bitsOf, bits, scalesOf, scales);

    /// <param name="text">What to compare with.</param>
    /// <param name="entry">Whose questions.</param>
    /// <param name="count">How many it has.</param>
    /// <returns>The largest cosine, the bias included.</returns>
    public float Nearest(SparseText text, int entry, int count)
    {
        if (count == 0) return 0;
        var stride = Stride(count);
        var places = stride * Wide;
        var room = _space.Groups * places;
        Span<float> sums = room <= 4_096 ? stackalloc float[room] : new float[room];
        sums.Clear();
        var known = text.Features.Length - 1;
        Span<int> found = known <= 1_024 ? stackalloc int[known] : new int[known];
        Find(entry, text, found);
        foreach (var at in found)
            if (at >= 0) Rows.Fetch<byte>(_bits.AsSpan(_bitsOf[entry] + (_rows[at + entry] * stride), stride));
        for (var i = 0; i < known; i++)
        {
            if (found[i] < 0) continue;
            var (feature, value) = (text.Features[i], text.Values[i] * _space.RarityOf(text.Features[i]));
            var (first, next) = RowsOf(entry, found[i]);
            var into = sums.Slice(_space.GroupOf(feature) * places, places);
            for (var row = first; row < next; row++) Add(_bits.AsSpan(_bitsOf[entry] + (row * stride), stride), value * Steps[row - first], into);
        }

        return Largest(sums, _scales.AsSpan(_scalesOf[entry], room), places) + (FeatureSpace.Bias * FeatureSpace.Bias);
    }

    public void Write(BinaryWriter to)
    {
        foreach (var part in new[] { _features, _featuresOf, _rows, _bitsOf, _scalesOf }) Blobs.Write(to, part);
        Blobs.Write(to, _bits);
        Blobs.Write(to, _scales);
    }

    public static EntryQuestions Read(FeatureSpace space, BinaryReader from)
    {
        int[] features = Blobs.Read<int>(from), featuresOf = Blobs.Read<int>(from), rows = Blobs.Read<int>(from);
        int[] bitsOf = Blobs.Read<int>(from), scalesOf = Blobs.Read<int>(from);
        return new EntryQuestions(space, features, featuresOf, rows, bitsOf, Blobs.Read<byte>(from), scalesOf, Blobs.Read<float>(from));
    }

    private static int Stride(int count) => (count + Wide - 1) / Wide;

    // An entry's features have one more place among the rows than entries came before it.
    private (int First, int Next) RowsOf(int entry, int feature) => (_rows[feature + entry], _rows[feature + entry + 1]);

    private void Find(int entry, SparseText text, Span<int> found)
    {
        var features = _features.AsSpan(_featuresOf[entry], _featuresOf[entry + 1] - _featuresOf[entry]);
        Rows.Fetch<int>(features);
        for (var i = 0; i < found.Length; i++) found[i] = Find(features, text.Features[i]) is >= 0 and var at ? _featuresOf[entry] + at : -1;
    }

    // No branch depends on what is read, so that the processor works at several searches at once.
    private static int Find(ReadOnlySpan<int> features, int feature)
    {
        var low = 0;
        for (var length = features.Length; length > 1;)
        {
            var half = length >> 1;
            low += half & ((features[low + half] - feature - 1) >> 31);
            length -= half;
        }

        return low < features.Length && features[low] == feature ? low : -1;
    }

    // Every question's sum grows in the order of the features, however wide the machine's vectors are.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ReadOnlySpan<byte> row, float value, Span<float> sums)
    {
        var bit = Vector256.Create(1, 2, 4, 8, 16, 32, 64, 128);
        var factor = Vector256.Create(value);
        var to = MemoryMarshal.Cast<float, Vector256<float>>(sums);
        for (var i = 0; i < row.Length; i++) to[i] += Vector256.Equals(Vector256.Create((int)row[i]) & bit, bit).AsSingle() & factor;
    }

    private static float Largest(Span<float> sums, ReadOnlySpan<float> scales, int places)
    {
        var best = 0f;
        for (var q = 0; q < places; q++)
        {
            var sum = 0f;
            for (var at = q; at < sums.Length; at += places) sum += sums[at] * scales[at];
            best = MathF.Max(best, sum);
        }

        return best;
    }
}
