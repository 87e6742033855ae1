using Answers.Index;

namespace Answers.Ranking;

/// <summary>A text to learn from.</summary>
internal sealed class TrainingText(IReadOnlyList<string> words, int entry, bool isSlip = false)
{
    /// <summary>Its words as read.</summary>
    public IReadOnlyList<string> Words => words;

    /// <summary>Their stems.</summary>
    public string[] Stems { get; } = Answers.Text.Stems.Of(words);

    /// <summary>Its class, see <see cref="ClassCount"/>.</summary>
    public int Class => entry;

    /// <summary>A copy with a typing slip; these come after all others.</summary>
    public bool IsSlip => isSlip;

    /// <summary>Its features, read once for all the trainings it takes part in.</summary>
    public RawPair Raw => field ??= RawPair.Of(words, Stems);
}

/// <summary>A text's raw features in both views.</summary>
internal sealed record RawPair(RawText Words, RawText Characters)
{
    private static readonly WordView WordView = new();
    private static readonly CharacterView CharacterView = new();

    public static RawPair Of(IReadOnlyList<string> words, string[] stems) =>
        new(RawText.Of(WordView, words, stems), RawText.Of(CharacterView, words, stems));
}
