namespace Answers.Deciding;

/// <summary>Small dense linear equations.</summary>
internal static class Equations
{
    /// <summary>Solves <c>a x = b</c> by elimination with row exchange. Changes both arguments.</summary>
    public static double[] Solve(double[,] a, double[] b)
    {
        var n = b.Length;
        for (var column = 0; column < n; column++)
        {
            Exchange(a, b, column, Largest(a, column, n), n);
            for (var row = column + 1; row < n; row++)
            {
                var factor = a[row, column] / a[column, column];
                if (factor == 0) continue;
                for (var k = column; k < n; k++) a[row, k] -= factor * a[column, k];
                b[row] -= factor * b[column];
            }
        }

        for (var row = n - 1; row >= 0; row--)
        {
            for (var k = row + 1; k < n; k++) b[row] -= a[row, k] * b[k];
            b[row] /= a[row, row];
        }

        return b;
    }

    private static int Largest(double[,] a, int column, int n)
    {
        var best = column;
        for (var row = column + 1; row < n; row++)
            if (Math.Abs(a[row, column]) > Math.Abs(a[best, column])) best = row;
        return best;
    }

    private static void Exchange(double[,] a, double[] b, int first, int second, int n)
    {
        if (first == second) return;
        for (var k = 0; k < n; k++) (a[first, k], a[second, k]) = (a[second, k], a[first, k]);
        (b[first], b[second]) = (b[second], b[first]);
    }
}
