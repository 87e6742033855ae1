using Bot.Tests.Knowledge.Releases;
using Bot.Tests.Support;

namespace Bot.Tests.Whole.Load;

/// <summary>Publishes as an editor does at the command line, in a process of its own.</summary>
internal static class Publishing
{
    public static async Task SmallReleaseAsync(string connectionString)
    {
        var folder = Directory.CreateTempSubdirectory("icsguide-release-").FullName;
        try
        {
            await RunAsync(connectionString, "import", SmallContent.WriteTo(Path.Combine(folder, "content")), "--why", "test");
            await RunAsync(connectionString, "publish", "--why", "test", "--although", "test");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static Task BackAsync(string connectionString) => RunAsync(connectionString, "rollback", "0", "--why", "test");

    private static async Task RunAsync(string connectionString, params string[] arguments)
    {
        var (code, output, errors) = await GuideProgram.RunAsync(
            [("Bot:Database:ConnectionString", connectionString), ("Bot:Knowledge:Models", GuideOnKestrel.Models)], ["kb", .. arguments]);
        Assert.True(code == 0, $"kb {arguments[0]}: {output} {errors}");
    }
}
