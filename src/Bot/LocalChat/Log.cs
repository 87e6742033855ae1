using System.Net;

namespace Bot.LocalChat;

internal static partial class Log
{
    [LoggerMessage(1500, LogLevel.Information, "The local chat page is at / for callers on this machine")]
    public static partial void Mapped(ILogger log);

    [LoggerMessage(1501, LogLevel.Warning,
        "The local chat page has no card renderer: install Node.js with npm, then build src/Bot again. Until then it shows cards as text")]
    public static partial void RendererMissing(ILogger log);

    [LoggerMessage(1502, LogLevel.Warning, "The local chat refused a caller from {Address}: wrong address, host name or origin")]
    public static partial void Refused(ILogger log, IPAddress? address);
}
