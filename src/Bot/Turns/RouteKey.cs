namespace Bot.Turns;

/// <summary>What a feature can put into <see cref="IFeature.Handles"/>.</summary>
public static class RouteKey
{
    public const string Message = "message";

    public static string Verb(string verb) => "verb:" + verb;

    public static string Event(string activityType) => "event:" + activityType;

    public static string Invoke(string name) => "invoke:" + name;
}
