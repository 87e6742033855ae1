using Microsoft.Extensions.Logging;

namespace Bot.Knowledge;

internal static partial class Log
{
    [LoggerMessage(1300, LogLevel.Information, "Serving release {Revision} with {Articles} articles")]
    public static partial void ReleaseServed(ILogger logger, string revision, int articles);

    [LoggerMessage(1301, LogLevel.Information, "Built the answer model for {Entries} entries in {Seconds:F1} s")]
    public static partial void ModelBuilt(ILogger logger, int entries, double seconds);

    [LoggerMessage(1304, LogLevel.Information, "Building the answer model for {Entries} entries. This takes some seconds, once for each release")]
    public static partial void ModelBuilding(ILogger logger, int entries);

    [LoggerMessage(1302, LogLevel.Warning, "The kept model {File} cannot be read and is built again: {Reason}")]
    public static partial void ModelUnreadable(ILogger logger, string file, string reason);

    [LoggerMessage(1303, LogLevel.Warning, "The built model could not be kept, so the next start builds it again: {Reason}")]
    public static partial void ModelNotKept(ILogger logger, string reason);
}
