using System.Diagnostics;
using System.Globalization;
using Bot.Tests.Storage;
using Bot.Tests.Whole;

namespace Bot.Tests.Knowledge.Releases;

/// <summary>One database, and the commands by which notices get into it.</summary>
internal sealed class NoticedVillage
{
    private readonly string _folder;

    public NoticedVillage(Databases database, string folder)
    {
        _folder = folder;
        Settings =
        [
            ("Bot:Database:ConnectionString", database.ConnectionString),
            ("Bot:Knowledge:Folder", NoticedContent.WriteTo(Path.Combine(folder, "content"), 0)),
            ("Bot:Knowledge:Models", Path.Combine(folder, "models")),
        ];
    }

    public IReadOnlyList<(string Key, string Value)> Settings { get; }

    public KbProcess Import(int notice) => KbProcess.Start(Settings,
        "import", NoticedContent.WriteTo(Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"notice-{notice}")), notice), "--why", "a notice", "--json");

    public KbProcess Publish() => KbProcess.Start(Settings, "publish", "--why", "a notice", "--json");

    public async Task<TimeSpan> BringAsync(int notice)
    {
        var clock = Stopwatch.StartNew();
        using var import = Import(notice);
        Assert.Equal(0, (await import.EndsAsync()).Code);
        using var publish = Publish();
        var (code, output) = await publish.EndsAsync();
        Assert.True(code == 0, output);
        return clock.Elapsed;
    }

    public Task<GuideProcess> StartProcessAsync() =>
        GuideProcess.StartAsync(Settings[0].Value, [.. Settings.Select(setting => (setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value)), ("Logging__LogLevel__Default", "None")]);

    public Task<GuideOnKestrel> StartAsync() => GuideOnKestrel.StartAsync(new GuideSetup { LoadsAnew = true, Settings = Settings });
}
