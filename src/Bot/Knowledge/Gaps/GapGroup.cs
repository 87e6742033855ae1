using System.Security.Cryptography;
using System.Text;
using Bot.Knowledge.Checks;

namespace Bot.Knowledge.Gaps;

/// <summary>What people asked in vain.</summary>
/// <param name="Groups">The most asked first.</param>
/// <param name="LeftOut">How many wordings, the least asked, wait until others are dealt with.</param>
public sealed record GapList(IReadOnlyList<GapGroup> Groups, int LeftOut)
{
    public int Asked => Groups.Sum(group => group.Asked);
}

/// <summary>Questions that ask the same and had no answer, or none that helped. Nothing in it says who asked.</summary>
/// <param name="Id">Of its oldest wording: the group is found again by it although others joined.</param>
/// <param name="Wordings">The most asked first.</param>
/// <param name="Shown">What people got instead, the most frequent first.</param>
/// <param name="Nearest">Ids of the articles that came nearest, the nearest first.</param>
public sealed record GapGroup(string Id, IReadOnlyList<GapWording> Wordings, IReadOnlyList<GapShown> Shown, IReadOnlyList<string> Nearest)
{
    public int Asked => Wordings.Sum(wording => wording.Asked);

    public DateOnly First => Wordings.Min(wording => wording.First);

    public DateOnly Last => Wordings.Max(wording => wording.Last);

    /// <summary>What it is called: its most asked wording.</summary>
    public string Name => Wordings[0].Text;
}

/// <summary>One way in which it was asked.</summary>
/// <param name="Id">A digest of the wording; the same for wordings that differ in capitals and stops only.</param>
/// <param name="Text">As it was last typed.</param>
/// <param name="Asked">How often.</param>
/// <param name="First">First day.</param>
/// <param name="Last">Last day.</param>
public sealed record GapWording(string Id, string Text, int Asked, DateOnly First, DateOnly Last)
{
    public static string IdOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CompetingWordings.KeyOf(text))).AsSpan(0, 12));
}

/// <summary>What people got instead of an answer that helped.</summary>
/// <param name="Outcome">As the log has it: refused, unsure, unhelpful.</param>
/// <param name="ArticleId">The answer that did not help; null for the others.</param>
/// <param name="Times">How often.</param>
public sealed record GapShown(string Outcome, string? ArticleId, int Times);
