namespace Bot.Tests.Structure;

internal static class Faults
{
    /// <summary>Fails with every fault on a line of its own.</summary>
    public static void None(IEnumerable<string> faults)
    {
        string[] all = [.. faults];
        if (all.Length > 0)
            Assert.Fail(string.Join('\n', all));
    }
}
