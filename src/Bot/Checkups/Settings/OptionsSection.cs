namespace Bot.Checkups.Settings;

/// <summary>A class of options, and how each of its properties is named as a setting.</summary>
public sealed record OptionsSection(Type Options, Func<string, string> NameOf)
{
    public static OptionsSection Of<T>(string section) where T : class, new() => new(typeof(T), property => $"{section}:{property}");

    public static OptionsSection Of<T>(Func<string, string> nameOf) where T : class, new() => new(typeof(T), nameOf);
}
