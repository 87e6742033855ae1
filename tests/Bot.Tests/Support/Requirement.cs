namespace Bot.Tests.Support;

/// <summary>Something the machine must have. Under tests/run.sh it is there, so its absence fails; elsewhere the test says what it skipped.</summary>
internal static class Requirement
{
    private static readonly bool MustHaveAll = Environment.GetEnvironmentVariable("ICSGUIDE_ALL") == "1";

    public static void Needs(bool present, string howToGetIt)
    {
        if (present)
            return;
        if (MustHaveAll)
            Assert.Fail(howToGetIt);
        Assert.Skip(howToGetIt);
    }
}
