namespace Bot.Graph;

internal static partial class Log
{
    [LoggerMessage(1801, LogLevel.Warning, "Microsoft Graph does not let this app read profiles (status {Status}). Grant it the application permission User.Read.All, or empty Bot:Graph:ProfileHints.")]
    public static partial void GraphForbids(ILogger log, int status);

    [LoggerMessage(1802, LogLevel.Warning, "Microsoft Graph gave no profile ({Reason}). Nothing is suggested from it for a while.")]
    public static partial void GraphFailed(ILogger log, string reason);
}
