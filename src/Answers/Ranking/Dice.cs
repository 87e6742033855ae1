namespace Answers.Ranking;

/// <summary>Seeded random numbers that are the same on every machine and runtime (splitmix64).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    public int Below(int limit) => (int)((Next() >> 33) % (ulong)limit);

    /// <summary>At least 0, below 1.</summary>
    public float Unit() => (Next() >> 40) / 16777216f;

    /// <summary>Near enough to a normal draw with mean 0 and deviation 1: the sum of 12 units less 6.</summary>
    public float Normal()
    {
        var sum = -6f;
        for (var i = 0; i < 12; i++) sum += Unit();
        return sum;
    }

    public void Shuffle(int[] values)
    {
        for (var i = values.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }
}
