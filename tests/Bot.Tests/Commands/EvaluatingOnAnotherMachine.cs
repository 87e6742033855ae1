using System.Diagnostics;

namespace Bot.Tests.Commands;

/// <summary>A machine with other vector units is as near to another machine as one machine comes: the same base gives the same bytes there.</summary>
public sealed class EvaluatingOnAnotherMachine : IDisposable
{
    private const string Base = """
        {"id":"lighthouse","answer":"About lighthouses","questions":["What is a lighthouse?","lighthouse meaning","Tell me about lighthouses","Explain the tower with the lamp on the rock"]}
        {"id":"buoy","answer":"About buoys","questions":["What is a buoy?","buoy meaning","Tell me about buoys","Explain the floats that mark a channel"]}
        {"id":"harbour","answer":"About harbours","questions":["What is a harbour?","harbour meaning","Tell me about harbours","the sheltered place where ships lie"]}
        {"id":"tide","answer":"About tides","questions":["What makes the tide?","tide cause","Why does the sea rise and fall?","Explain ebb and flood"]}
        """;

    private const string Queries = """
        {"q":"what are lighthouses","expect_id":"lighthouse"}
        {"q":"a float in the channel","expect_id":"buoy"}
        {"q":"where do ships lie","expect_id":"harbour"}
        {"q":"why is the water low","expect_id":"tide"}
        {"q":"who won the match","expect_id":null}
        """;

    private static readonly Dictionary<string, string> WithoutAvx = new() { ["DOTNET_EnableAVX512F"] = "0", ["DOTNET_EnableAVX2"] = "0" };
    private static readonly Dictionary<string, string> WithoutAnyVectors = new() { ["DOTNET_EnableHWIntrinsic"] = "0" };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("icsguide-eval-");

    [Fact]
    public async Task OtherVectorUnits_GiveTheSameBytes()
    {
        var here = await PredictAsync("here", []);

        Assert.Equal(5, here.Count(b => b == (byte)'\n'));
        Assert.Equal(here, await PredictAsync("again", []));
        Assert.Equal(here, await PredictAsync("narrow", WithoutAvx));
        Assert.Equal(here, await PredictAsync("none", WithoutAnyVectors));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<byte[]> PredictAsync(string name, Dictionary<string, string> environment)
    {
        var ct = TestContext.Current.CancellationToken;
        await File.WriteAllTextAsync(PathOf("kb.jsonl"), Base, ct);
        await File.WriteAllTextAsync(PathOf("queries.jsonl"), Queries, ct);
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "Bot.dll"), "eval", "--kb", PathOf("kb.jsonl"), "--queries", PathOf("queries.jsonl"), "--predictions", PathOf(name)];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in environment) start.Environment[key] = value;
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        Assert.True(process.ExitCode == 0, said);
        return await File.ReadAllBytesAsync(PathOf(name), ct);
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
