using Bot.Storage.Sources;
using Bot.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.Knowledge.Sources;

public sealed class RefreshingAPage : IAsyncLifetime
{
    private const string Markdown = "# Parking\n\n## Fees\n\nParking costs two pounds a day.\n";
    private FileServer _site = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _site = await FileServer.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task APage_IsReadOnce_AndThenOnlyAskedWhetherItChanged()
    {
        await using var desk = await OpenAsync();
        _site.Next(Page(Markdown, "\"v1\"")).Next(304);

        var first = await desk.RefreshAsync("page");
        var second = await desk.RefreshAsync("page");

        Assert.Empty(first.Failed);
        Assert.Equal((1, 1, 1), (first.Found, first.Read, first.Changed));
        Assert.Equal((1, 0, 1, 0), (second.Found, second.Read, second.Unchanged, second.Drafts));
        Assert.Equal("\"v1\"", _site.Calls[^1].Headers["If-None-Match"]);
        Assert.Contains((await desk.DraftAsync()).Rows, row => row.Path == "sources.yaml" && row.Text!.Contains(_site.Address.AbsoluteUri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AChangedPage_ChangesItsArticles_AndAVanishedOneTakesThemAlong()
    {
        await using var desk = await OpenAsync();
        _site.Next(Page(Markdown, "\"v1\"")).Next(Page(Markdown.Replace("two", "three", StringComparison.Ordinal), "\"v2\"")).Next(404).Next(404);
        await desk.RefreshAsync("page");
        await desk.PublishAsync();

        Assert.Equal(1, (await desk.RefreshAsync("page")).Changed);
        Assert.Equal(SourceMark.Changed, Assert.Single(await desk.Get<SourceMarks>().ListAsync(Ct)).Reason);
        Assert.Equal(1, (await desk.RefreshAsync("page")).Removed);
        Assert.Equal(SourceMark.Vanished, Assert.Single(await desk.Get<SourceMarks>().ListAsync(Ct)).Reason);
        Assert.Contains("not there any more", Assert.Single((await desk.RefreshAsync("page")).Failed).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://192.168.0.10/secret", "192.168.0.10 is not allowed")]
    [InlineData("http://169.254.169.254/latest/meta-data", "169.254.169.254 is not allowed")]
    [InlineData("http://10.1.2.3/", "10.1.2.3 leads into a private network")]
    [InlineData("https://evil.example/", "evil.example is not allowed")]
    [InlineData("http://www.allowed.example/", "begin with https://")]
    [InlineData("https://www.allowed.example:8443/", "begin with https://")]
    public async Task ARedirectThatLeadsElsewhere_IsNotFollowed(string to, string words)
    {
        await using var desk = await OpenAsync(settings: [("Bot:Knowledge:Hosts:1", "10.1.2.3"), ("Bot:Knowledge:Hosts:2", "allowed.example")]);
        _site.NextRedirect(to);

        var failed = Assert.Single((await desk.RefreshAsync("page")).Failed);

        Assert.Contains(words, failed.Words, StringComparison.Ordinal);
        Assert.Contains("sends its readers elsewhere", failed.Words, StringComparison.Ordinal);
        Assert.Single(_site.Calls);
        Assert.Empty((await desk.DraftAsync()).Rows);
    }

    [Theory]
    [InlineData("https://10.1.2.3/page", "leads into a private network")]
    [InlineData("https://127.0.0.1/page", "leads into a private network")]
    [InlineData("https://[fd00::1]/page", "leads into a private network")]
    [InlineData("https://[::ffff:192.168.1.1]/page", "leads into a private network")]
    [InlineData("https://localhost/page", "leads into a private network")]
    [InlineData("http://www.allowed.example/page", "begin with https://")]
    [InlineData("https://user:word@www.allowed.example/page", "holds a name or password")]
    [InlineData("https://www.notallowed.example/page", "Only hosts listed in Bot:Knowledge:Hosts are read")]
    [InlineData("https://allowed.example.evil.example/page", "Only hosts listed in Bot:Knowledge:Hosts are read")]
    public async Task OutsideDevelopment_NoPrivateAddressIsRead_EvenWhereItIsListed(string address, string words)
    {
        string[] hosts = ["10.1.2.3", "127.0.0.1", "[fd00::1]", "[::ffff:192.168.1.1]", "localhost", "allowed.example"];
        await using var desk = await OpenAsync(settings: [("Bot:Auth:Mode", ""), ("Bot:Knowledge:Sources:page:Where", address), .. hosts.Select((host, i) => ($"Bot:Knowledge:Hosts:{i}", host))]);

        Assert.Contains(words, Assert.Single((await desk.RefreshAsync("page")).Failed).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RedirectsWithoutEnd_AreGivenUp()
    {
        await using var desk = await OpenAsync();
        for (var i = 0; i < 10; i++) _site.NextRedirect("/again");

        Assert.Contains("on and on", Assert.Single((await desk.RefreshAsync("page")).Failed).Words, StringComparison.Ordinal);
        Assert.Equal(6, _site.Calls.Count);
    }

    [Theory]
    [InlineData(500, "status 500")]
    [InlineData(403, "status 403")]
    public async Task ASiteInTrouble_ChangesNothing(int status, string words)
    {
        await using var desk = await OpenAsync();
        _site.Next(Page(Markdown, "\"v1\"")).Next(status);
        await desk.RefreshAsync("page");
        var before = (await desk.DraftAsync()).Rows;

        Assert.Contains(words, Assert.Single((await desk.RefreshAsync("page")).Failed).Words, StringComparison.Ordinal);
        Assert.Equal(before, (await desk.DraftAsync()).Rows);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ATooLargePage_IsNotRead_WhetherItSaysSoOrNot(bool saysSo)
    {
        await using var desk = await OpenAsync();
        _site.Next(async http =>
        {
            http.Response.ContentType = "text/markdown";
            if (saysSo) http.Response.ContentLength = 21 * 1024 * 1024;
            await http.Response.Body.WriteAsync(new byte[21 * 1024 * 1024], http.RequestAborted);
        });

        Assert.Contains("larger than 20 MB", Assert.Single((await desk.RefreshAsync("page")).Failed).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheServersCharacterSet_IsBelieved()
    {
        await using var desk = await OpenAsync();
        _site.Next(http =>
        {
            http.Response.ContentType = "text/markdown; charset=windows-1252";
            return http.Response.Body.WriteAsync((byte[])[.. "# Parking\n\n## Fees\n\nParking costs "u8, 0xA3, .. "2 a day.\n"u8]).AsTask();
        });

        await desk.RefreshAsync("page");

        Assert.Contains("Parking costs £2 a day.", Assert.Single(await desk.ImportedAsync()).Short, StringComparison.Ordinal);
    }

    private static Func<HttpContext, Task> Page(string text, string etag) => http =>
    {
        http.Response.ContentType = "text/markdown; charset=utf-8";
        http.Response.Headers.ETag = etag;
        return http.Response.WriteAsync(text);
    };

    private Task<SourceDesk> OpenAsync(params (string Key, string Value)[] settings) => SourceDesk.OpenAsync(settings:
    [
        ("Bot:Auth:Mode", "Development"),
        ("Bot:Knowledge:Hosts:0", "127.0.0.1"),
        ("Bot:Knowledge:Sources:page:Kind", "Page"),
        ("Bot:Knowledge:Sources:page:Where", _site.Address.AbsoluteUri),
        .. settings,
    ]);
}
