namespace Bot.Graph;

internal static partial class Log
{
    [LoggerMessage(1801, LogLevel.Warning, "Microsoft Graph does not let this app read profiles (status {Status}). Grant it the application permission User.Read.All, or empty Bot:Graph:ProfileHints.")]
    public static partial void GraphForbids(ILogger log, int status);

    [LoggerMessage(1802, LogLevel.Warning, "Microsoft Graph gave no profile ({Reason}). Nothing is suggested from it for a while.")]
    public static partial void GraphFailed(ILogger log, string reason);

    [LoggerMessage(1803, LogLevel.Error, "Microsoft Graph does not let this app check groups (status {Status}), so nobody has a role by group. Grant it the application permissions User.Read.All and GroupMember.Read.All, or list object ids in Bot:Roles.")]
    public static partial void GroupsForbidden(ILogger log, int status);

    [LoggerMessage(1804, LogLevel.Warning, "Microsoft Graph could not be asked about groups ({Reason}), so nobody new has a role by group for a while.")]
    public static partial void GroupsNotAsked(ILogger log, string reason);

    [LoggerMessage(1805, LogLevel.Warning, "Microsoft Graph refuses to read SharePoint (status {Status}, {Code}, request {Request}). It needs the application permission Sites.Selected and the role read on the site.")]
    public static partial void SharePointRefused(ILogger log, int status, string code, string request);

    [LoggerMessage(1806, LogLevel.Warning, "Microsoft Graph could not be asked for SharePoint ({Reason}).")]
    public static partial void SharePointSilent(ILogger log, string reason);
}
