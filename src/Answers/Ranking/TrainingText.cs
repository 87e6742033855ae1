using Answers.Index;

namespace Answers.Ranking;

/// <summary>A text to learn from.</summary>
/// <param name="Words">Its words as read.</param>
/// <param name="Class">Its class, see <see cref="ClassCount"/>.</param>
/// <param name="IsSlip">A copy with a typing slip; these come after all others.</param>
internal sealed record TrainingText(IReadOnlyList<string> Words, int Class, bool IsSlip = false)
{
    /// <summary>Its features, read once for all the trainings it takes part in.</summary>
    public RawPair Raw { get; } = RawPair.Of(Words);
}

/// <summary>A text's raw features in both views.</summary>
internal sealed record RawPair(RawText Words, RawText Characters)
{
    private static readonly WordView WordView = new();
    private static readonly CharacterView CharacterView = new();

    public static RawPair Of(IReadOnlyList<string> words)
    {
        var stems = new string[words.Count];
        for (var i = 0; i < stems.Length; i++) stems[i] = Text.Stems.Of(words[i]);
        return new RawPair(RawText.Of(WordView, words, stems), RawText.Of(CharacterView, words, stems));
    }
}

/// <summary>How large and how long the members are trained.</summary>
/// <param name="SvmPasses">Passes of the linear members.</param>
/// <param name="Hidden">Units of the hidden layer; 0 leaves those members out.</param>
/// <param name="PerceptronPasses">Passes of the members with a hidden layer.</param>
internal sealed record TrainingPlan(int SvmPasses, int Hidden, int PerceptronPasses)
{
    public static TrainingPlan Standard { get; } = new(8, 64, 8);
}
