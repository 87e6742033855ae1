namespace Bot.Commands;

/// <summary>What a script can tell from the exit code.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Problems = 1;
    public const int Usage = 2;
    public const int NoAnswer = 3;

    /// <summary>An article, a release or a message of that name is not there.</summary>
    public const int NotKnown = NoAnswer;
}
