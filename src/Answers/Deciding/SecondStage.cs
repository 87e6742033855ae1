using Answers.Ranking;

namespace Answers.Deciding;

/// <summary>Decides between answering, offering choices and refusing.</summary>
internal sealed class SecondStage
{
    /// <summary>Log-odds below which a question is refused.</summary>
    public const double RefuseBelow = 0;

    // A runner-up with half the belief of the best is close; then a little more certainty is asked for.
    private const double CloseRatio = 2, CloseMargin = 0.5;

    private readonly Logistic _logistic;

    public SecondStage(Logistic logistic, double answerFrom) => (_logistic, AnswerFrom) = (logistic, answerFrom);

    /// <summary>Answers everything, also where a runner-up is as near.</summary>
    public static SecondStage Unfitted { get; } = new(Logistic.Empty, double.MinValue);

    /// <summary>Log-odds from which an answer is given; between the two borders a choice is offered.</summary>
    public double AnswerFrom { get; }

    /// <param name="score">Log-odds of being answerable.</param>
    /// <param name="best">Belief in the best entry.</param>
    /// <param name="second">Belief in the runner-up.</param>
    public bool IsSure(double score, double best, double second) =>
        score >= AnswerFrom + (best < CloseRatio * second ? CloseMargin : 0);

    public double Score(double[] signals) => _logistic.Score(signals);

    public static double Chance(double score) => 1 / (1 + Exact.Exp(-score));

    public void Write(BinaryWriter to)
    {
        to.Write(AnswerFrom);
        _logistic.Write(to);
    }

    public static SecondStage Read(BinaryReader from)
    {
        var answerFrom = from.ReadDouble();
        return new SecondStage(Logistic.Read(from), answerFrom);
    }
}
