namespace Bot.Tests.Support;

/// <summary>Full size, where ICSGUIDE_LONG is 1, and the file that its figures go to.</summary>
internal static class LongRun
{
    public static bool IsOn => Environment.GetEnvironmentVariable("ICSGUIDE_LONG") == "1";

    public static void Report(string line)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        if (Environment.GetEnvironmentVariable("ICSGUIDE_RESULTS") is { Length: > 0 } file) File.AppendAllText(file, line + "\n");
    }
}
