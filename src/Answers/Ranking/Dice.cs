namespace Answers.Ranking;

/// <summary>Seeded random numbers that are the same on every machine and runtime (splitmix64).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed, _coins;
    private int _left;

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    public int Below(int limit) => (int)((Next() >> 33) % (ulong)limit);

    /// <summary>Heads or tails; 64 of them from one number.</summary>
    public bool Flip()
    {
        if (_left == 0) (_coins, _left) = (Next(), 64);
        _left--;
        var heads = (_coins & 1) != 0;
        _coins >>= 1;
        return heads;
    }

    /// <summary>Near enough to a normal draw with mean 0 and deviation 1: four 16-bit numbers added up.</summary>
    public float Bell()
    {
        var bits = Next();
        var sum = (float)((bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) + ((bits >> 32) & 0xFFFF) + (bits >> 48));
        return ((sum / 65536f) - 2) * 1.7320508f;
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
