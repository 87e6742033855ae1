namespace Bot.Storage;

// Neither parameters nor exception messages are logged here: both may hold what people wrote.
internal static partial class Log
{
    [LoggerMessage(1400, LogLevel.Information, "Database script {Number} ({Name}) applied")]
    public static partial void ScriptApplied(ILogger logger, int number, string name);

    [LoggerMessage(1401, LogLevel.Error, "The database takes no writes ({Fault}); they are kept and tried again until it does")]
    public static partial void WritesStuck(ILogger logger, string fault);

    [LoggerMessage(1402, LogLevel.Information, "The database takes writes again")]
    public static partial void WritesFlow(ILogger logger);

    [LoggerMessage(1403, LogLevel.Error, "One write was refused for good and dropped ({Fault}): {Sql}")]
    public static partial void WriteDropped(ILogger logger, string fault, string sql);

    [LoggerMessage(1404, LogLevel.Error, "Stopped with {Count} writes not stored: the database did not take them in time")]
    public static partial void WritesLost(ILogger logger, int count);

    [LoggerMessage(1410, LogLevel.Information, "Retention: {Questions} question texts, {Turns} last turns and {Messages} messages older than {Days} days deleted")]
    public static partial void Swept(ILogger logger, int questions, int turns, int messages, int days);

    [LoggerMessage(1412, LogLevel.Warning, "The job {Name} failed ({Fault}); it is tried again")]
    public static partial void JobFailed(ILogger logger, string name, string fault);

    [LoggerMessage(1414, LogLevel.Warning, "That a conversation refuses messages could not be kept ({Fault}); the next message will meet it again")]
    public static partial void BlockNotKept(ILogger logger, string fault);

    [LoggerMessage(1415, LogLevel.Warning, "Which conversations refuse messages could not be read ({Fault}); it is tried again in half a minute")]
    public static partial void BlocksNotRead(ILogger logger, string fault);

    [LoggerMessage(1418, LogLevel.Warning, "Whose turn it is in a conversation could not be asked ({Fault}); the turn goes on without")]
    public static partial void NotInOrder(ILogger log, string fault);

    [LoggerMessage(1419, LogLevel.Warning, "Word of new releases does not arrive ({Fault}); they are looked for every second, and listening is tried again")]
    public static partial void SignalLost(ILogger log, string fault);

    [LoggerMessage(1420, LogLevel.Warning, "What was asked before could not be read ({Fault}); the question is answered without it")]
    public static partial void LastTurnNotRead(ILogger log, string fault);
}
