namespace Bot.Turns;

/// <summary>What a feature can put into <see cref="IFeature.Handles"/>.</summary>
public static class RouteKey
{
    public const string Message = "message";

    /// <summary>A message with a file in it, whatever was written beside it.</summary>
    public const string File = "file";

    /// <summary>Said by others to each other, where we may listen; no feature takes it.</summary>
    internal const string Overheard = "overheard";

    public static string Verb(string verb) => "verb:" + verb;

    /// <summary>A button with data {"msteams":{"type":"task/fetch"},"verb":…} asks for a dialog.</summary>
    public static string DialogOpened(string verb) => "dialog-opened:" + verb;

    /// <summary>A dialog whose submit button holds the verb was sent.</summary>
    public static string DialogSent(string verb) => "dialog-sent:" + verb;

    public static string Event(string activityType) => "event:" + activityType;

    public static string Invoke(string name) => "invoke:" + name;
}
