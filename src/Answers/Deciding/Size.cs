namespace Answers.Deciding;

/// <summary>
/// Where listing takes over from training. A trained model holds a weight for every feature and entry and looks at all of
/// them for every text it learns: at 1,000 entries of ten questions that is a gigabyte while it trains and minutes of work,
/// and both grow with the square of the size. Lists grow with the number of words.
/// </summary>
internal static class Size
{
    private const int MostEntries = 1_000;

    /// <summary>Texts times entries. CLINC150 has 2.3 million, built in 15 seconds.</summary>
    private const long MostWork = 12_000_000;

    public static bool IsLarge(KnowledgeBase source)
    {
        var texts = source.Entries.Sum(e => (long)e.Questions.Count + 1) + source.Strangers.Sum(s => s.Questions.Count);
        return source.Entries.Count > MostEntries || texts * source.Entries.Count > MostWork;
    }
}
