using Answers.Index;
using Answers.Ranking;

namespace Answers.Deciding;

/// <summary>Logistic regression over standardised signals, with a small penalty, fitted by Newton's method.</summary>
internal sealed class Logistic
{
    private const double Penalty = 10;
    private const int Rounds = 25;
    private readonly double[] _mean, _scale, _weights;   // the intercept comes last

    private Logistic(double[] mean, double[] scale, double[] weights) => (_mean, _scale, _weights) = (mean, scale, weights);

    /// <summary>Gives 0 for anything.</summary>
    public static Logistic Empty { get; } = new([], [], [0]);

    /// <returns>Log-odds of label 1.</returns>
    public double Score(double[] signals)
    {
        var sum = _weights[^1];
        for (var j = 0; j < _mean.Length; j++) sum += _weights[j] * ((signals[j] - _mean[j]) / _scale[j]);
        return sum;
    }

    public static Logistic Fit(IReadOnlyList<Judged> cases)
    {
        var width = cases[0].Signals.Length;
        var (mean, scale) = Spread(cases, width);
        var model = new Logistic(mean, scale, new double[width + 1]);
        var rows = cases.Select(c => model.Standard(c.Signals)).ToArray();
        for (var round = 0; round < Rounds; round++) model.Step(cases, rows);
        return model;
    }

    public void Write(BinaryWriter to)
    {
        foreach (var part in new[] { _mean, _scale, _weights }) Blobs.Write(to, part);
    }

    public static Logistic Read(BinaryReader from) =>
        new(Blobs.Read<double>(from), Blobs.Read<double>(from), Blobs.Read<double>(from));

    private double[] Standard(double[] signals)
    {
        var row = new double[signals.Length + 1];
        for (var j = 0; j < signals.Length; j++) row[j] = (signals[j] - _mean[j]) / _scale[j];
        row[^1] = 1;
        return row;
    }

    private void Step(IReadOnlyList<Judged> cases, double[][] rows)
    {
        var n = _weights.Length;
        var gradient = new double[n];
        var hessian = new double[n, n];
        for (var j = 0; j < n - 1; j++)
        {
            gradient[j] = -Penalty * _weights[j];
            hessian[j, j] = Penalty;
        }

        hessian[n - 1, n - 1] = 1e-6;
        for (var i = 0; i < rows.Length; i++) Gather(cases[i], rows[i], gradient, hessian);
        var step = Equations.Solve(hessian, gradient);
        for (var j = 0; j < n; j++) _weights[j] += step[j];
    }

    private void Gather(Judged one, double[] row, double[] gradient, double[,] hessian)
    {
        double z = 0;
        for (var j = 0; j < row.Length; j++) z += _weights[j] * row[j];
        var p = 1 / (1 + Exact.Exp(-z));
        var miss = one.Weight * ((one.Right ? 1 : 0) - p);
        var curve = one.Weight * Math.Max(1e-6, p * (1 - p));
        for (var j = 0; j < row.Length; j++)
        {
            gradient[j] += miss * row[j];
            for (var k = 0; k < row.Length; k++) hessian[j, k] += curve * row[j] * row[k];
        }
    }

    private static (double[] Mean, double[] Scale) Spread(IReadOnlyList<Judged> cases, int width)
    {
        double[] mean = new double[width], scale = new double[width];
        foreach (var one in cases)
            for (var j = 0; j < width; j++) mean[j] += one.Signals[j] / cases.Count;
        foreach (var one in cases)
            for (var j = 0; j < width; j++) scale[j] += (one.Signals[j] - mean[j]) * (one.Signals[j] - mean[j]) / cases.Count;
        for (var j = 0; j < width; j++) scale[j] = Math.Max(1e-6, Math.Sqrt(scale[j]));
        return (mean, scale);
    }
}

/// <summary>A question with known outcome to fit the second stage on.</summary>
/// <param name="Signals">What was seen.</param>
/// <param name="Right">Answering it was right.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record Judged(double[] Signals, bool Right, double Weight);
