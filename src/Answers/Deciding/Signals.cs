using Answers.Ranking;

namespace Answers.Deciding;

/// <summary>What the second stage looks at to tell an answerable question from a stranger.</summary>
internal static class Signals
{
    /// <summary>Signals that every ensemble gives; each member adds two.</summary>
    private const int Shared = 13;

    public static int Count(int members) => Shared + (2 * members);

    /// <param name="ranking">The ensemble's opinion.</param>
    /// <param name="text">The question in both views.</param>
    /// <param name="best">The winning class.</param>
    /// <param name="own">The winner's own questions.</param>
    /// <param name="cover">How far the wording is at home here.</param>
    public static double[] Of(Ranking.Ranking ranking, Example text, int best, IReadOnlyList<Example> own, (double Foreign, double ForeignPairs, double Uncovered) cover)
    {
        var signals = new double[Count(ranking.Scores.Length)];
        var second = Second(ranking.Soft, best);
        signals[0] = LogOdds(ranking.Soft[best]);
        signals[1] = Entropy(ranking.Soft);
        signals[2] = Exact.Log(Math.Max(1e-9, ranking.Soft[best]) / Math.Max(1e-9, second));
        signals[3] = Nearest(text.Words, own, false);
        signals[4] = Nearest(text.Characters, own, true);
        signals[5] = text.Words.UnseenStems;
        signals[6] = text.Words.UnseenNeighbours;
        signals[7] = Exact.Log(text.Words.Features.Length);
        signals[8] = LogOdds(ranking.StrangerShare);
        signals[9] = Exact.Log(Math.Max(1e-6, ranking.Soft[best]) / Math.Max(1e-6, Largest(ranking.Soft.AsSpan(ranking.Entries))));
        (signals[10], signals[11], signals[12]) = cover;
        for (var m = 0; m < ranking.Scores.Length; m++)
        {
            var scores = ranking.Scores[m].AsSpan(0, ranking.Shares.Length);
            signals[Shared + (2 * m)] = scores[best] - Mean(scores);
            signals[Shared + (2 * m) + 1] = scores[best] - Second(scores, best);
        }

        return signals;
    }

    private static double Nearest(Index.SparseText text, IReadOnlyList<Example> own, bool characters)
    {
        var best = 0f;
        foreach (var question in own) best = Math.Max(best, text.Cosine(question.In(characters)));
        return best;
    }

    private static double LogOdds(double p)
    {
        p = Math.Clamp(p, 1e-6, 1 - 1e-6);
        return Exact.Log(p / (1 - p));
    }

    private static double Entropy(float[] shares)
    {
        double sum = 0;
        foreach (var p in shares)
            if (p > 1e-7f) sum -= p * Exact.Log(p);
        return sum;
    }

    private static double Mean(ReadOnlySpan<float> scores)
    {
        double sum = 0;
        foreach (var score in scores) sum += score;
        return sum / scores.Length;
    }

    private static float Largest(ReadOnlySpan<float> shares)
    {
        var most = 1e-4f;
        foreach (var share in shares) most = MathF.Max(most, share);
        return most;
    }

    private static float Second(ReadOnlySpan<float> scores, int best)
    {
        var second = float.MinValue;
        for (var k = 0; k < scores.Length; k++)
            if (k != best && scores[k] > second) second = scores[k];
        return second;
    }
}
