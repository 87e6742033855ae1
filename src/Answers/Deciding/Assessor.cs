using Answers.Text;

namespace Answers.Deciding;

/// <summary>Ranks the entries for a question and collects what the second stage looks at.</summary>
internal abstract class Assessor
{
    /// <param name="words">At least one.</param>
    /// <param name="count">How many entries to name.</param>
    public abstract Assessment Assess(IReadOnlyList<string> words, int count);

    /// <summary>Whether a question or the answer of an entry holds a stem.</summary>
    public abstract bool Holds(int entry, string stem);

    public abstract void Write(BinaryWriter to);

    /// <summary>Words of the question that the entry's own questions or answer hold too.</summary>
    public IReadOnlyList<string> Shared(IReadOnlyList<string> words, int entry)
    {
        var shared = new List<string>();
        for (var i = 0; i < words.Count && i < 100; i++)
            if (words[i].Length > 2 && !shared.Contains(words[i]) && Holds(entry, Stems.Of(words[i]))) shared.Add(words[i]);
        return shared;
    }
}

/// <summary>What an <see cref="Assessor"/> found.</summary>
/// <param name="Best">Entries, best first.</param>
/// <param name="Shares">Belief in each.</param>
/// <param name="Signals">For the second stage.</param>
internal sealed record Assessment(int[] Best, double[] Shares, double[] Signals)
{
    public static Assessment Nothing { get; } = new([], [], []);

    /// <summary>Belief, 0 to 1, that the question is of a kind that no entry answers.</summary>
    public double Strange { get; init; }

    /// <summary>Belief in the best entry by that in the runner-up.</summary>
    public double Lead => Shares.Length < 2 ? double.MaxValue : Shares[0] / Math.Max(1e-9, Shares[1]);
}
