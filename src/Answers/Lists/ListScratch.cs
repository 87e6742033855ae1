namespace Answers.Lists;

/// <summary>Sums a unit and the best of them. One a thread, used again for the next question.</summary>
internal sealed class ListScratch
{
    public const int Most = 64;

    [ThreadStatic]
    private static ListScratch? _mine;

    private readonly int[] _best = new int[Most];
    private readonly float[] _scores = new float[Most];
    private float[] _sums = [];
    private int[] _touched = [];
    private int[] _order = new int[64];
    private int _count, _chosen;

    public static ListScratch Rent() => _mine ??= new ListScratch();

    /// <summary>Units, best first; ties go to the lower number.</summary>
    public ReadOnlySpan<int> Best => _best.AsSpan(0, _chosen);

    public ReadOnlySpan<float> Scores => _scores.AsSpan(0, _chosen);

    public void Begin(int units)
    {
        if (_sums.Length < units) (_sums, _touched) = (new float[units], new int[units]);
        (_count, _chosen) = (0, 0);
    }

    /// <summary>The features with a list, the shortest list first.</summary>
    public ReadOnlySpan<int> Order(ReadOnlySpan<int> features, int[] starts)
    {
        if (_order.Length < features.Length) _order = new int[features.Length * 2];
        var count = 0;
        foreach (var feature in features)
            if (feature + 1 < starts.Length && starts[feature + 1] > starts[feature]) _order[count++] = feature;
        var order = _order.AsSpan(0, count);
        order.Sort((a, b) => (starts[a + 1] - starts[a], a).CompareTo((starts[b + 1] - starts[b], b)));
        return order;
    }

    public void Add(int unit, float score)
    {
        ref var sum = ref _sums[unit];
        if (sum == 0) _touched[_count++] = unit;
        sum += score;
    }

    /// <summary>Keeps the best and clears the sums.</summary>
    public void Choose()
    {
        var least = 0f;
        foreach (var unit in _touched.AsSpan(0, _count))
        {
            var sum = _sums[unit];
            _sums[unit] = 0;
            if (_chosen == Most && (sum < least || (sum == least && unit > _best[Most - 1]))) continue;
            var at = _chosen < Most ? _chosen++ : Most - 1;
            for (; at > 0 && (_scores[at - 1] < sum || (_scores[at - 1] == sum && _best[at - 1] > unit)); at--) (_best[at], _scores[at]) = (_best[at - 1], _scores[at - 1]);
            (_best[at], _scores[at]) = (unit, sum);
            least = _scores[_chosen - 1];
        }
    }
}
