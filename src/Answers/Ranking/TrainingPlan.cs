namespace Answers.Ranking;

/// <summary>How large and how long the members are trained.</summary>
/// <param name="SvmPasses">Passes of the one-versus-rest members.</param>
/// <param name="Hidden">Units of the hidden layer.</param>
/// <param name="PerceptronPasses">Passes of the members with a hidden layer.</param>
/// <param name="SoftmaxPasses">Passes of the softmax regression; 0 leaves it out.</param>
internal sealed record TrainingPlan(int SvmPasses, int Hidden, int PerceptronPasses, int SoftmaxPasses)
{
    /// <summary>Whether features seen in one text only are kept.</summary>
    public bool KeepRare { get; init; }

    /// <summary>Times that the refusal stage's examples are collected; where questions abound, fewer do.</summary>
    public int Rounds { get; init; } = 3;

    /// <summary>From so many questions an entry on, a softmax regression and a wider layer repay what they cost.</summary>
    private const int RichFrom = 60;

    /// <summary>Up to here there is so little to learn that more passes cost nothing.</summary>
    private const int PoorTo = 15;

    public static TrainingPlan For(KnowledgeBase source) => source.Entries.Average(e => e.Questions.Count) switch
    {
        >= RichFrom => new TrainingPlan(10, 128, 8, 10) { Rounds = 2 },
        <= PoorTo => new TrainingPlan(16, 192, 20, 16) { KeepRare = true },
        _ => new TrainingPlan(8, 64, 8, 0) { Rounds = 2 },
    };
}
