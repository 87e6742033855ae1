using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Bot.Telemetry.Export;

/// <summary>Gives an entry its event's number, and takes an exception's own words out, because they may quote what somebody wrote; its type and place stay.</summary>
internal sealed class LogEntries(bool withText) : BaseProcessor<LogRecord>
{
    internal const string EventId = "event.id", ExceptionType = "exception.type", ExceptionPlace = "exception.stacktrace";

    public override void OnEnd(LogRecord data)
    {
        List<KeyValuePair<string, object?>> attributes = [.. data.Attributes ?? [], new(EventId, data.EventId.Id)];
        if (data.Exception is { } exception && !withText)
        {
            data.Exception = null;
            attributes.Add(new(ExceptionType, exception.GetType().FullName));
            attributes.Add(new(ExceptionPlace, exception.StackTrace));
        }

        data.Attributes = attributes;
    }
}
