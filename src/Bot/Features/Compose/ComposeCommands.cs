namespace Bot.Features.Compose;

/// <summary>Ids of the commands that the manifest declares for the compose box and for messages.</summary>
public static class ComposeCommands
{
    public const string Search = "search";
    public const string Ask = "ask";
    public const string Kept = "kept";

    public static IReadOnlyList<string> All { get; } = [Search, Ask, Kept];
}
