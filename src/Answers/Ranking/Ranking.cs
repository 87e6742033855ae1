namespace Answers.Ranking;

/// <summary>What the ensemble thinks of a text. One a thread, used again for the next text.</summary>
internal sealed class Ranking
{
    [ThreadStatic]
    private static Ranking? _mine;

    private readonly float[] _shares, _soft, _part;
    private readonly ClassCount _classes;

    private Ranking(ClassCount classes, int members)
    {
        var row = Rows.Padded(classes.All);
        (_classes, _shares, _soft, _part) = (classes, new float[row], new float[row], new float[row]);
        Scores = [.. Enumerable.Range(0, members).Select(_ => new float[row])];
    }

    /// <summary>Belief per class; adds up to 1.</summary>
    public ReadOnlySpan<float> Shares => _shares.AsSpan(0, _classes.All);

    /// <summary>The same with doubled temperatures: worse for ranking, better for telling strangers.</summary>
    public ReadOnlySpan<float> Soft => _soft.AsSpan(0, _classes.All);

    /// <summary>Belief that the text is one of the known kinds of strangers.</summary>
    public ReadOnlySpan<float> StrangerShares => _soft.AsSpan(_classes.Entries, _classes.Strangers);

    /// <summary>The same, with the temperatures that rank.</summary>
    public double Strange
    {
        get
        {
            var sum = 0f;
            for (var k = _classes.Entries; k < _classes.All; k++) sum += _shares[k];
            return sum;
        }
    }

    /// <summary>Raw scores of each member per class, padded with zeros.</summary>
    public float[][] Scores { get; }

    public int Classes => _classes.All;

    public float Entropy => Curves.Entropy(_soft);

    public static Ranking Rent(ClassCount classes, int members)
    {
        if (_mine is null || _mine._classes != classes || _mine.Scores.Length != members) _mine = new Ranking(classes, members);
        Array.Clear(_mine._shares);
        Array.Clear(_mine._soft);
        return _mine;
    }

    /// <summary>Adds a member's opinion. e^(x/T) is the square of e^(x/2T), so one exponential serves both temperatures.</summary>
    public void Blend(int member, float temperature)
    {
        var part = _part.AsSpan();
        Scores[member].CopyTo(part);
        part[_classes.All..].Fill(Rows.Nothing);
        Curves.Exp(part, Rows.Most(part), 1 / (2 * temperature));
        part[_classes.All..].Clear();
        Rows.AddScaled(_soft, part, 1 / (Rows.Sum(part) * Scores.Length));
        Rows.Square(part);
        Rows.AddScaled(_shares, part, 1 / (Rows.Sum(part) * Scores.Length));
    }

    /// <summary>The entries with the largest shares, best first; ties go to the lower index.</summary>
    /// <param name="count">How many at most.</param>
    /// <param name="barred">Entries that cannot be the answer; null for none.</param>
    public int[] Best(int count, bool[]? barred = null)
    {
        Span<int> best = stackalloc int[Math.Min(count, _classes.Entries)];
        var filled = 0;
        for (var k = 0; k < _classes.Entries; k++)
        {
            if (barred is not null && barred[k]) continue;
            var at = filled;
            while (at > 0 && _shares[best[at - 1]] < _shares[k]) at--;
            if (at >= best.Length) continue;
            if (filled < best.Length) filled++;
            for (var i = filled - 1; i > at; i--) best[i] = best[i - 1];
            best[at] = k;
        }

        return best[..filled].ToArray();
    }
}
