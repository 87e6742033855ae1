using Answers.Ranking;

namespace Answers.Deciding;

/// <summary>What the second stage looks at to tell an answerable question from a stranger.</summary>
internal static class Signals
{
    /// <summary>Signals that every ensemble gives; each member adds two.</summary>
    private const int Shared = 13;

    /// <param name="ranking">The ensemble's opinion.</param>
    /// <param name="text">The question in both views.</param>
    /// <param name="best">The winning class.</param>
    /// <param name="nearest">Largest cosine to the winner's own questions, in each view.</param>
    /// <param name="cover">How far the wording is at home here.</param>
    public static double[] Of(
        Ranking.Ranking ranking, Example text, int best, (float Words, float Characters) nearest, (double Foreign, double ForeignPairs, double Uncovered) cover)
    {
        var signals = new double[Shared + (2 * ranking.Scores.Length)];
        var share = ranking.Soft[best];
        signals[0] = LogOdds(share);
        signals[1] = ranking.Entropy;
        signals[2] = Exact.Log(Math.Max(1e-9, share) / Math.Max(1e-9, Second(ranking.Soft, best)));
        (signals[3], signals[4]) = nearest;
        signals[5] = text.Words.UnseenStems;
        signals[6] = text.Words.UnseenNeighbours;
        signals[7] = Exact.Log(text.Words.Features.Length);
        signals[8] = LogOdds(Sum(ranking.StrangerShares));
        signals[9] = Exact.Log(Math.Max(1e-6, share) / Math.Max(1e-4, Rows.Most(ranking.StrangerShares)));
        (signals[10], signals[11], signals[12]) = cover;
        for (var m = 0; m < ranking.Scores.Length; m++)
        {
            var scores = ranking.Scores[m];
            signals[Shared + (2 * m)] = scores[best] - (Rows.Sum(scores) / ranking.Classes);
            signals[Shared + (2 * m) + 1] = scores[best] - Second(scores.AsSpan(0, ranking.Classes), best);
        }

        return signals;
    }

    private static double LogOdds(double p)
    {
        p = Math.Clamp(p, 1e-6, 1 - 1e-6);
        return Exact.Log(p / (1 - p));
    }

    private static double Sum(ReadOnlySpan<float> shares)
    {
        double sum = 0;
        foreach (var share in shares) sum += share;
        return sum;
    }

    private static float Second(ReadOnlySpan<float> scores, int best) => MathF.Max(Rows.Most(scores[..best]), Rows.Most(scores[(best + 1)..]));
}
