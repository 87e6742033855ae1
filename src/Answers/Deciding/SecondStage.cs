using Answers.Ranking;

namespace Answers.Deciding;

/// <summary>Decides between answering, offering choices and refusing.</summary>
internal sealed class SecondStage
{
    /// <summary>Log-odds below which a question is refused.</summary>
    public const double RefuseBelow = 0;

    private readonly Logistic _logistic, _calibration;
    private readonly Band _band;

    /// <param name="logistic">From signals to log-odds.</param>
    /// <param name="band">Where a choice is offered.</param>
    /// <param name="calibration">From those log-odds to the log-odds that the answer is right.</param>
    public SecondStage(Logistic logistic, Band band, Logistic calibration) => (_logistic, _band, _calibration) = (logistic, band, calibration);

    /// <summary>Answers everything, also where a runner-up is as near.</summary>
    public static SecondStage Unfitted { get; } = new(Logistic.Empty, Band.None, Logistic.Empty);

    /// <summary>Log-odds from which an answer is given; between the two borders a choice is offered.</summary>
    public double AnswerFrom => _band.AnswerFrom;

    /// <summary>The same where a runner-up is so near.</summary>
    /// <param name="best">Belief in the best entry.</param>
    /// <param name="second">Belief in the runner-up.</param>
    public double From(double best, double second) => _band.From(best, second);

    public double Score(double[] signals) => _logistic.Score(signals);

    /// <summary>Chance, 0 to 1, that an answer with such a score is right.</summary>
    public double Chance(double score) => 1 / (1 + Exact.Exp(-_calibration.Score([score])));

    public void Write(BinaryWriter to)
    {
        _band.Write(to);
        _logistic.Write(to);
        _calibration.Write(to);
    }

    public static SecondStage Read(BinaryReader from)
    {
        var band = Band.Read(from);
        return new SecondStage(Logistic.Read(from), band, Logistic.Read(from));
    }
}
