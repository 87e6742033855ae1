namespace Bot.Knowledge.Drafts;

/// <summary>What a change does to one part of an article or list, in whole texts: a scalar has one before and one after.</summary>
/// <param name="Field">In words that an editor knows from the form.</param>
/// <param name="Removed">Texts that go.</param>
/// <param name="Added">Texts that come.</param>
public sealed record FieldChange(string Field, IReadOnlyList<string> Removed, IReadOnlyList<string> Added)
{
    /// <summary>One text takes the place of another.</summary>
    public bool IsReplacement => Removed.Count == 1 && Added.Count == 1;
}
