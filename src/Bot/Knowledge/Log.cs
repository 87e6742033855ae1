using Microsoft.Extensions.Logging;

namespace Bot.Knowledge;

internal static partial class Log
{
    [LoggerMessage(1300, LogLevel.Information, "Loaded release {Number} ({Revision}) with {Articles} articles")]
    public static partial void ReleaseLoaded(ILogger logger, long number, string revision, int articles);

    [LoggerMessage(1305, LogLevel.Information, "Serving release {Number} ({Revision}) from now on")]
    public static partial void ReleaseServed(ILogger logger, long number, string revision);

    [LoggerMessage(1306, LogLevel.Error, "Release {Number} cannot be served here ({Problems} problems); what is served stays")]
    public static partial void ReleaseNotReady(ILogger logger, long number, int problems);

    [LoggerMessage(1307, LogLevel.Warning, "The published release cannot be looked up ({Reason}); what is served stays, and it is tried again every second")]
    public static partial void PointerNotSeen(ILogger logger, string reason);

    [LoggerMessage(1308, LogLevel.Warning, "The model could not be trained in a process of its own ({Reason}), so the service trains it itself")]
    public static partial void NotTrainedApart(ILogger logger, string reason);

    [LoggerMessage(1301, LogLevel.Information, "Built the answer model for {Entries} entries in {Seconds:F1} s")]
    public static partial void ModelBuilt(ILogger logger, int entries, double seconds);

    [LoggerMessage(1304, LogLevel.Information, "Building the answer model for {Entries} entries. This takes some seconds, once for each release")]
    public static partial void ModelBuilding(ILogger logger, int entries);

    [LoggerMessage(1302, LogLevel.Warning, "The kept model {File} cannot be read and is built again: {Reason}")]
    public static partial void ModelUnreadable(ILogger logger, string file, string reason);

    [LoggerMessage(1303, LogLevel.Warning, "The built model could not be kept, so the next start builds it again: {Reason}")]
    public static partial void ModelNotKept(ILogger logger, string reason);

    [LoggerMessage(1309, LogLevel.Warning, "The kept content {File} cannot be read, so the articles are read again: {Reason}")]
    public static partial void ContentUnreadable(ILogger logger, string file, string reason);

    [LoggerMessage(1310, LogLevel.Warning, "The content could not be kept as it was read, so the next start reads the articles again: {Reason}")]
    public static partial void ContentNotKept(ILogger logger, string reason);
}
