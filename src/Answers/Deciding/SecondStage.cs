using Answers.Ranking;

namespace Answers.Deciding;

/// <summary>Decides between answering, offering choices and refusing.</summary>
internal sealed class SecondStage
{
    private readonly Logistic _logistic;

    public SecondStage(Logistic logistic, double offerFrom) => (_logistic, OfferFrom) = (logistic, offerFrom);

    /// <summary>Answers everything.</summary>
    public static SecondStage Unfitted { get; } = new(Logistic.Empty, 0);

    /// <summary>Log-odds from which an answer is given.</summary>
    public static double AnswerFrom => 0;

    /// <summary>Log-odds from which choices are offered.</summary>
    public double OfferFrom { get; }

    public double Score(double[] signals) => _logistic.Score(signals);

    public static double Chance(double score) => 1 / (1 + Exact.Exp(-score));

    public void Write(BinaryWriter to)
    {
        to.Write(OfferFrom);
        _logistic.Write(to);
    }

    public static SecondStage Read(BinaryReader from)
    {
        var offer = from.ReadDouble();
        return new SecondStage(Logistic.Read(from), offer);
    }
}
