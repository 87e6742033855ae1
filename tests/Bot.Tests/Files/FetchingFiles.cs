using System.Net;
using System.Text.Json;
using Bot.Activities;
using Bot.Files;
using Bot.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Files;

public sealed class FetchingFiles : IAsyncLifetime
{
    private const int Most = 2_000;

    private readonly FakeTime _time = new();
    private FileServer _drive = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _drive = await FileServer.StartAsync();

    public ValueTask DisposeAsync() => _drive.DisposeAsync();

    [Fact]
    public async Task AFile_IsFetchedWithoutAToken()
    {
        _drive.Next(http => http.Response.WriteAsync("board paper"));

        var file = Assert.IsType<FetchedFile.Got>(await FetchAsync(_drive.Address, name: "board/paper.docx"));

        Assert.Equal("board paper"u8.ToArray(), file.Bytes.ToArray());
        Assert.Equal("board-paper.docx", file.Name);
        Assert.False(Assert.Single(_drive.Calls).Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task ARedirectToAnAllowedHost_IsFollowed()
    {
        _drive.NextRedirect("/elsewhere").Next(http => http.Response.WriteAsync("moved"));

        Assert.IsType<FetchedFile.Got>(await FetchAsync(_drive.Address));
        Assert.Equal("/elsewhere", _drive.Calls[^1].Path);
    }

    [Theory]
    [InlineData("http://192.168.0.10/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("https://evil.example/")]
    [InlineData("file:///etc/passwd")]
    public async Task ARedirectAnywhereElse_IsNotFollowed(string to)
    {
        _drive.NextRedirect(to);

        Assert.Contains("only fetch", Refusal(await FetchAsync(_drive.Address)), StringComparison.Ordinal);
        Assert.Single(_drive.Calls);
    }

    [Fact]
    public async Task RedirectsWithoutEnd_AreGivenUp()
    {
        for (var i = 0; i < 10; i++) _drive.NextRedirect("/again");

        Refusal(await FetchAsync(_drive.Address));
        Assert.Equal(4, _drive.Calls.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ATooLargeFile_IsNotRead_WhetherItSaysSoOrNot(bool saysSo)
    {
        _drive.Next(http =>
        {
            if (saysSo) http.Response.ContentLength = Most + 1;
            return http.Response.Body.WriteAsync(new byte[Most + 1]).AsTask();
        });

        Assert.Contains("larger than", Refusal(await FetchAsync(_drive.Address)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileThatNeverEnds_IsGivenUpInTime()
    {
        var arrived = new TaskCompletionSource();
        var never = new TaskCompletionSource();
        _drive.Next(async http =>
        {
            await http.Response.StartAsync();
            arrived.SetResult();
            await Task.WhenAny(never.Task, Task.Delay(Timeout.Infinite, http.RequestAborted));
        });

        var fetching = FetchAsync(_drive.Address);
        await arrived.Task;
        _time.Advance(TimeSpan.FromSeconds(60));

        Assert.Contains("Send it again", Refusal(await fetching), StringComparison.Ordinal);
        never.SetResult();
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task AnAddressThatRanOut_AsksForTheFileAgain(int status)
    {
        _drive.Next(status);

        Assert.Contains("Send it again", Refusal(await FetchAsync(_drive.Address)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OutsideDevelopment_ThisMachineIsNoPlaceForFiles()
    {
        Assert.Contains("only fetch", Refusal(await FetchAsync(_drive.Address, mode: "")), StringComparison.Ordinal);
        Assert.Empty(_drive.Calls);
    }

    [Theory]
    [InlineData("https://trust-my.sharepoint.com/a", true)]
    [InlineData("https://TRUST.sharepoint.com/a", true)]
    [InlineData("https://files.example.nhs.uk/a", true)]
    [InlineData("https://public.am.files.1drv.com/a", true)]
    [InlineData("https://notsharepoint.com/a", false)]
    [InlineData("https://sharepoint.com.evil.example/a", false)]
    [InlineData("https://example.nhs.uk/a", false)]
    [InlineData("http://trust.sharepoint.com/a", false)]
    [InlineData("https://trust.sharepoint.com:444/a", false)]
    [InlineData("https://trust.sharepoint.com@evil.example/a", false)]
    [InlineData("https://localhost/a", false)]
    public void OnlyKnownHosts_AreAllowed(string address, bool allowed) => Assert.Equal(allowed, Hosts("").Allows(new Uri(address)));

    [Theory]
    [InlineData("20.190.1.1", true)]
    [InlineData("2603:1063::1", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("2002:0a00:0001::", false)]
    public void NoPrivateNetwork_IsAllowed(string address, bool allowed) => Assert.Equal(allowed, Hosts("").Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("a/b\\c:d.docx", "a-b-c-d.docx")]
    [InlineData("..", "file")]
    [InlineData("  .hidden. ", "hidden")]
    [InlineData("pa\u202Exe.docx", "pa-xe.docx")]
    [InlineData("line\nbreak.docx", "line-break.docx")]
    [InlineData("Łódź & Ünnep.docx", "Łódź & Ünnep.docx")]
    public void AName_IsMadeSafe(string given, string safe) => Assert.Equal(safe, FileNames.Safe(given));

    [Fact]
    public void ALongName_KeepsItsEnding()
    {
        var name = FileNames.Safe(new string('a', 400) + ".docx");

        Assert.EndsWith("a.docx", name, StringComparison.Ordinal);
        Assert.InRange(name.Length, 20, 120);
    }

    private static string Refusal(FetchedFile fetched) => Assert.IsType<FetchedFile.Refused>(fetched).Words;

    private static FileHosts Hosts(string mode) => new(Settings(), Options.Create(new AuthOptions { Mode = mode }));

    private static IOptions<FilesOptions> Settings() => Options.Create(new FilesOptions { MostBytes = Most, MoreHosts = ["files.example.nhs.uk"] });

    private async Task<FetchedFile> FetchAsync(Uri address, string name = "a.docx", string mode = "Development")
    {
        var hosts = Hosts(mode);
        using var http = new FileHttp(hosts);
        var downloads = new FileDownloads(http, hosts, Settings(), _time, NullLogger<FileDownloads>.Instance);
        return await downloads.FetchAsync(
            new Attachment
            {
                ContentType = FileDownloads.ContentType,
                Name = name,
                Content = JsonSerializer.SerializeToElement(new { downloadUrl = address.AbsoluteUri, uniqueId = "1", fileType = "docx" }),
            },
            Ct);
    }
}
