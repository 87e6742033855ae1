using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Bot.Tests.Storage;
using Bot.Tests.Support;
using Bot.Tests.Whole;

namespace Bot.Tests.Knowledge.Sources;

/// <summary>A folder of mixed formats, refreshed by the program itself: 60 documents, and 1,000 where ICSGUIDE_LONG is 1, with time and memory.</summary>
public sealed class RefreshingManyDocuments : IDisposable
{
    private const long MostMemory = 1024L * 1024 * 1024;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(60), MostTimeUnchanged = TimeSpan.FromSeconds(5);
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AFolderOfMixedFormats_IsReadOnce_AndAnUnchangedRefreshChangesNothing()
    {
        Requirement.Needs(File.Exists("/usr/bin/pdftotext"), "Install poppler-utils to read PDF documents.");
        var count = LongRun.IsOn ? 1_000 : 60;
        ManyDocuments.WriteTo(Path.Combine(_folder.Path, "papers"), count);

        var first = await RefreshAsync();
        var second = await RefreshAsync();
        await File.AppendAllTextAsync(Directory.EnumerateFiles(_folder.Path, "*.md", SearchOption.AllDirectories).First(), "\n\nOne more line.\n", Ct);
        var third = await RefreshAsync();

        Assert.Equal(0, first.Code);
        Assert.Equal((count, count, count, 0), (first.Number("found"), first.Number("read"), first.Number("changed"), first.Number("removed")));
        Assert.InRange(first.Number("drafts"), count * 4, count * 8);
        Assert.InRange(first.ProgressLines, 10, 30);
        Assert.Equal((count, 0, count, 0, 0), (second.Number("found"), second.Number("read"), second.Number("unchanged"), second.Number("changed"), second.Number("drafts")));
        Assert.Equal((1, 1, count - 1, 1), (third.Number("read"), third.Number("changed"), third.Number("unchanged"), third.Number("drafts")));
        LongRun.Report($"refresh of {count} documents in mixed formats: {first}, {first.Number("drafts")} drafts; unchanged: {second}; one changed: {third}");
        if (!LongRun.IsOn) return;
        Assert.True(first.Took < MostTime, $"The refresh took {first}.");
        Assert.True(second.Took < MostTimeUnchanged, $"The unchanged refresh took {second}.");
        Assert.True(first.Memory < MostMemory, $"The refresh took {first}.");
    }

    [Fact]
    public async Task AProcessThatIsKilledHalfWay_LeavesWholeDocuments_AndTheNextGoesOn()
    {
        Requirement.Needs(File.Exists("/usr/bin/pdftotext"), "Install poppler-utils to read PDF documents.");
        const int count = 120, articlesEach = 6;
        ManyDocuments.WriteTo(Path.Combine(_folder.Path, "papers"), count);
        using (var program = Start())
        {
            // The second batch is being written or read.
            while (await program.StandardError.ReadLineAsync(Ct) is { } line && !line.StartsWith("36 of", StringComparison.Ordinal))
            {
            }

            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync(Ct);
        }

        var (takenIn, drafts) = (await ScalarAsync("select count(*) from source_item where mark <> ''"), await ScalarAsync("select count(*) from draft where path like '%.md'"));
        Assert.InRange(takenIn, 24, count);
        Assert.Equal(takenIn * articlesEach, drafts);
        // As if the minute had passed after which a dead holder loses its lease.
        await ScalarAsync("update lease set held_until = 0 returning 1");
        var next = await RefreshAsync();
        Assert.Equal((0, count - takenIn), (next.Code, next.Number("read")));
        Assert.Equal(count * articlesEach, await ScalarAsync("select count(*) from draft where path like '%.md'"));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<long> ScalarAsync(string sql)
    {
        using var database = new OpenedDatabase($"Data Source={Path.Combine(_folder.Path, "guide.db")}");
        return await database.ScalarAsync(sql);
    }

    private Process Start() => GuideProgram.Start(
        [
            ("Bot:Database:ConnectionString", $"Data Source={Path.Combine(_folder.Path, "guide.db")}"),
            ("Bot:Knowledge:Models", GuideOnKestrel.Models),
            ("Bot:Knowledge:Sources:papers:Where", Path.Combine(_folder.Path, "papers")),
        ],
        "kb", "refresh", "--json");

    private async Task<Run> RefreshAsync()
    {
        var clock = Stopwatch.StartNew();
        using var program = Start();
        var (output, errors) = (program.StandardOutput.ReadToEndAsync(Ct), program.StandardError.ReadToEndAsync(Ct));
        var (memory, processor) = (0L, TimeSpan.Zero);
        while (!program.HasExited)
        {
            try
            {
                program.Refresh();
                (memory, processor) = (Math.Max(memory, program.PeakWorkingSet64), program.TotalProcessorTime);
            }
            catch (InvalidOperationException)
            {
                // It has just ended.
            }

            await Task.WhenAny(program.WaitForExitAsync(Ct), Task.Delay(50, Ct));
        }

        return new Run(program.ExitCode, JsonElement.Parse(await output), (await errors).Split('\n').Count(line => line.Contains(" of ", StringComparison.Ordinal)), clock.Elapsed, processor, memory);
    }

    private sealed record Run(int Code, JsonElement Report, int ProgressLines, TimeSpan Took, TimeSpan Processor, long Memory)
    {
        public int Number(string name) => Report.GetProperty(name).GetInt32();

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Took.TotalSeconds:0.0} s, {Processor.TotalSeconds:0.0} s of processor time, at most {Memory / 1024 / 1024} MB");
    }
}
