namespace Bot.Checkups.Settings;

/// <summary>A setting as it is in force. A secret's value is not in here.</summary>
/// <param name="Source">default, a file's name, environment, command line, user secrets or program.</param>
public sealed record Setting(string Name, string Value, string Source);

/// <summary>A name that nothing reads, and the setting that was perhaps meant.</summary>
public sealed record UnknownSetting(string Name, string Source, string? Meant);
