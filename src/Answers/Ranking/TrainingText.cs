namespace Answers.Ranking;

/// <summary>A text to learn from: its words as read, and its class (see <see cref="ClassCount"/>).</summary>
internal sealed record TrainingText(IReadOnlyList<string> Words, int Class);

/// <summary>How large and how long the members are trained.</summary>
/// <param name="SvmPasses">Passes of the linear members.</param>
/// <param name="Hidden">Units of the hidden layer; 0 leaves those members out.</param>
/// <param name="PerceptronPasses">Passes of the members with a hidden layer.</param>
internal sealed record TrainingPlan(int SvmPasses, int Hidden, int PerceptronPasses)
{
    /// <summary>Few questions an entry: hidden layers need more passes.</summary>
    public static TrainingPlan For(int texts, int classes) =>
        texts < 30 * classes ? new TrainingPlan(int.Parse(Environment.GetEnvironmentVariable("SP") ?? "10"), int.Parse(Environment.GetEnvironmentVariable("H") ?? "96"), int.Parse(Environment.GetEnvironmentVariable("PP") ?? "14")) : new TrainingPlan(10, 128, 8);
}
