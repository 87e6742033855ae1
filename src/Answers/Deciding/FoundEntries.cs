using Answers.Ranking;

namespace Answers.Deciding;

/// <summary>The entries that were looked at for a question, best first.</summary>
internal sealed class FoundEntries(int room)
{
    private readonly List<(int Entry, float Score, float Nearest, float Listed)> _all = new(room);

    public int Count => _all.Count;

    public void Add(int entry, float score, float nearest, float listed) => _all.Add((entry, score, nearest, listed));

    /// <param name="count">How many entries to name.</param>
    /// <param name="temperature">Divides the scores before they become shares.</param>
    /// <param name="rest">Nearest stranger, largest possible listed score, unseen stems, unseen neighbours, words.</param>
    public Assessment Assessment(int count, float temperature, ReadOnlySpan<double> rest)
    {
        _all.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Entry.CompareTo(b.Entry));
        var shares = new double[_all.Count];
        double sum = 0;
        for (var i = 0; i < shares.Length; i++) sum += shares[i] = Exact.Exp((_all[i].Score - _all[0].Score) / temperature);
        for (var i = 0; i < shares.Length; i++) shares[i] /= sum;
        var best = _all[0];
        var second = _all.Count > 1 ? _all[1].Score : 0;
        var (stranger, whole) = (rest[0], rest[1]);
        double[] signals =
        [
            best.Score, best.Nearest, best.Score - second, Exact.Log(Math.Max(1e-6, shares[0])), best.Listed / Math.Max(1, whole),
            stranger, best.Nearest - stranger, whole, rest[2], rest[3], Exact.Log(rest[4]), best.Nearest * best.Nearest,
        ];
        return new Assessment([.. _all.Take(count).Select(f => f.Entry)], shares[..Math.Min(count, shares.Length)], signals);
    }
}
