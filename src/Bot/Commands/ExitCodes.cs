namespace Bot.Commands;

/// <summary>What a script can tell from the exit code.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Problems = 1;
    public const int Usage = 2;
    public const int NoAnswer = 3;
}
