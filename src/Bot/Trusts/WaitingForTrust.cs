namespace Bot.Trusts;

/// <summary>Marks a last turn whose words wait for a trust to be chosen.</summary>
public static class WaitingForTrust
{
    public const string EntryId = "own-trust";
}
