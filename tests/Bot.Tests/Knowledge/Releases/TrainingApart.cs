using System.Diagnostics;
using Bot.Tests.Support;
using Bot.Tests.Whole;

namespace Bot.Tests.Knowledge.Releases;

/// <summary>The process in which a running service has its models trained.</summary>
public sealed class TrainingApart : IDisposable
{
    private static readonly string Records = Path.Combine(AppContext.BaseDirectory, "Knowledge", "Records", "Data");
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PackedContent_LeavesTheModelThatTheServiceThenLoads()
    {
        Assert.Equal(0, await TrainAsync(NoticedContent.Of(0).Pack()));

        var model = Assert.Single(Directory.GetFiles(_folder.Path, "*.model"));
        var trained = File.GetLastWriteTimeUtc(model);
        await using var guide = await GuideOnKestrel.StartAsync(new GuideSetup
        {
            LoadsAnew = true,
            Settings = [("Bot:Knowledge:Folder", NoticedContent.WriteTo(Path.Combine(_folder.Path, "content"), 0)), ("Bot:Knowledge:Models", _folder.Path)],
        });
        Assert.Contains("Notice 0", CardReading.VisibleText(await guide.AskAsync("Where is the water mill?")), StringComparison.Ordinal);
        Assert.Equal(trained, File.GetLastWriteTimeUtc(model));
    }

    [Fact]
    public async Task WhatIsNoContent_LeavesNothing()
    {
        Assert.NotEqual(0, await TrainAsync([1, 2, 3]));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<int> TrainAsync(byte[] packed)
    {
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "Bot.dll"), "kb", "train", "--models", _folder.Path, "--records", Records];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardInput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync(Ct);
        await process.StandardInput.BaseStream.WriteAsync(packed, Ct);
        process.StandardInput.Close();
        await process.WaitForExitAsync(Ct);
        await errors;
        return process.ExitCode;
    }
}
