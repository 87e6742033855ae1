namespace Bot.Tests.Support;

/// <summary>Figures that a test measured: in its output, and in the file that ICSGUIDE_RESULTS names, which tests/long.sh keeps.</summary>
internal static class Results
{
    public static void Report(string line)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        if (Environment.GetEnvironmentVariable("ICSGUIDE_RESULTS") is { Length: > 0 } file) File.AppendAllText(file, line + "\n");
    }
}
