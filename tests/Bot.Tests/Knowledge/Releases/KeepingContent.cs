using System.Text.Json;
using Bot.Knowledge;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Releases;
using Bot.Tests.Fakes;
using Bot.Tests.Support;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Knowledge.Releases;

/// <summary>What one start reads and checks, the next one finds kept beside the model.</summary>
public sealed class KeepingContent : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingLog _log = new();

    private string Kept => Assert.Single(Directory.GetFiles(_folder.Path, "*.content"));

    [Fact]
    public void TheBuiltInContent_ComesBackAsItWasRead()
    {
        var read = ContentFolder.Read(Path.Combine(AppContext.BaseDirectory, "Knowledge", "Content")).Content!;
        using var bytes = new MemoryStream();

        ContentBytes.Write(read, bytes);

        Assert.Equal(JsonSerializer.Serialize(read), JsonSerializer.Serialize(ContentBytes.Read(bytes.ToArray())));
    }

    [Fact]
    public void ASecondStart_ServesTheSame_AndWritesNothing()
    {
        var first = Load();
        var written = File.GetLastWriteTimeUtc(Kept);

        var second = Load();

        Assert.Equal(JsonSerializer.Serialize(first.Content), JsonSerializer.Serialize(second.Content));
        Assert.Equal(written, File.GetLastWriteTimeUtc(Kept));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(2_000)]
    public void ADamagedFile_IsSaidOnce_AndTheArticlesAreReadAgain(int at)
    {
        var whole = JsonSerializer.Serialize(Load().Content);
        var bytes = File.ReadAllBytes(Kept);
        bytes[at] ^= 1;
        File.WriteAllBytes(Kept, bytes);

        Assert.Equal(whole, JsonSerializer.Serialize(Load().Content));
        Assert.Contains(_log.Entries, entry => entry.Text.Contains("The kept content", StringComparison.Ordinal));
        Load();
        Assert.Single(_log.Entries, entry => entry.Text.Contains("The kept content", StringComparison.Ordinal));
    }

    [Fact]
    public void ACutFile_IsReadAgain()
    {
        Load();
        File.WriteAllBytes(Kept, File.ReadAllBytes(Kept)[..10]);

        Assert.Equal(5, Load().Content.Articles.Count);
    }

    [Fact]
    public void ChangedContent_IsNotTakenForWhatWasKept()
    {
        Load();

        var changed = Load(SmallContent.Files.With("village/shed.md", SmallContent.Files.Find("village/shed.md")!.Replace("gate 1", "gate 9", StringComparison.Ordinal)));

        Assert.Contains("gate 9", changed.Content.Articles.Single(a => a.Id == "shed").Short, StringComparison.Ordinal);
    }

    [Fact]
    public void RecordsThatBreakARule_StopEveryStart_NotOnlyTheFirst()
    {
        var records = CopyOfRecords();
        File.AppendAllText(Path.Combine(records, "partners.csv"), "stp-nowhere,2019-04,CCG,,00L,NHS Northumberland CCG\n");

        Assert.Throws<ContentException>(() => Load(records: records));
        Assert.Throws<ContentException>(() => Load(records: records));
    }

    [Fact]
    public void RecordsThatChangedUnderARunningService_AreCheckedAtItsNextStart()
    {
        var records = CopyOfRecords();
        var running = Loader(records);
        running.Load(SmallContent.Files, 0);
        File.AppendAllText(Path.Combine(records, "partners.csv"), "stp-nowhere,2019-04,CCG,,00L,NHS Northumberland CCG\n");
        running.Load(SmallContent.Files, 1);

        Assert.Throws<ContentException>(() => Load(records: records));
    }

    public void Dispose() => _folder.Dispose();

    private string CopyOfRecords()
    {
        var records = Directory.CreateDirectory(Path.Combine(_folder.Path, "records")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Knowledge", "Records", "Data"))) File.Copy(file, Path.Combine(records, Path.GetFileName(file)));
        return records;
    }

    private KnowledgeSnapshot Load(ContentFiles? files = null, string? records = null) => Loader(records).Load(files ?? SmallContent.Files, 0);

    private ReleaseLoader Loader(string? records)
    {
        var options = new KnowledgeOptions { Models = _folder.Path };
        if (records is not null) options.Records = records;
        using var logs = LoggerFactory.Create(logging => logging.AddProvider(_log));
        return new ReleaseLoader(Options.Create(options), new HostingEnvironment { ContentRootPath = _folder.Path }, logs.CreateLogger<ReleaseLoader>());
    }
}
