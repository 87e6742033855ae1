using Bot.Knowledge;
using Bot.Knowledge.Sources;
using Bot.Storage.Sources;
using Bot.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.Knowledge.Sources;

public sealed class WatchingLinks : IAsyncLifetime
{
    private FileServer _site = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _site = await FileServer.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task ALinkThatSaysSomethingElse_PutsTheArticlesThatCiteItUnderReview()
    {
        await using var desk = await OpenAsync();
        _site.Next(Page("The shed is behind gate 1.", "a")).Next(304).Next(Page("The shed is behind gate 9.", "b"));

        Assert.Equal((0, 0, 1), (await LookAsync(desk), await LookAsync(desk), await LookAsync(desk)));

        var marks = await desk.Get<SourceMarks>().ListAsync(Ct);
        Assert.Equal(["hall", "mill", "oven", "pond", "shed"], marks.Select(mark => mark.ArticleId));
        Assert.All(marks, mark => Assert.Equal(("The village book", SourceMark.Changed), (mark.Source, mark.Reason)));
        await desk.Get<ArticleStanding>().LookAsync(Ct);
        Assert.Equal(5, StaleArticles.Of(desk.Get<KnowledgeStore>().Current, new DateOnly(2026, 11, 26)).Count);
    }

    [Fact]
    public async Task WhatDiffersAtEachCall_IsNoChange()
    {
        await using var desk = await OpenAsync();
        _site.Next(Page("<script>token(1)</script><!-- 1 --><p>The shed.</p>", "a")).Next(Page("<script>token(2)</script><!-- 2 -->\n<p>The  shed.</p>", "b"));

        Assert.Equal((0, 0), (await LookAsync(desk), await LookAsync(desk)));
        Assert.Empty(await desk.Get<SourceMarks>().ListAsync(Ct));
    }

    [Fact]
    public async Task ALinkThatVanished_CountsTheSecondTime_AndIsForgivenWhenItComesBack()
    {
        await using var desk = await OpenAsync();
        _site.Next(Page("The shed.", "a")).Next(404).Next(404).Next(404).Next(Page("The shed.", "a"));

        Assert.Equal((0, 0, 1, 0), (await LookAsync(desk), await LookAsync(desk), await LookAsync(desk), await LookAsync(desk)));
        Assert.All(await desk.Get<SourceMarks>().ListAsync(Ct), mark => Assert.Equal(SourceMark.Vanished, mark.Reason));
        await LookAsync(desk);
        Assert.Empty(await desk.Get<SourceMarks>().ListAsync(Ct));
    }

    [Fact]
    public async Task ASiteInTrouble_IsNoChange()
    {
        await using var desk = await OpenAsync();
        _site.Next(Page("The shed.", "a")).Next(500).Next(403).Next(Page("The shed.", "a"));

        for (var i = 0; i < 4; i++) Assert.Equal(0, await LookAsync(desk));
        Assert.Empty(await desk.Get<SourceMarks>().ListAsync(Ct));
    }

    [Fact]
    public async Task AHostThatIsNotListed_IsNotAsked()
    {
        await using var desk = await OpenAsync(("Bot:Knowledge:Hosts:0", "other.example"));

        Assert.Equal(0, await LookAsync(desk));
        Assert.Empty(_site.Calls);
    }

    private static Func<HttpContext, Task> Page(string text, string etag) => http =>
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ETag = $"\"{etag}\"";
        return http.Response.WriteAsync($"<html><head><title>{etag}</title></head><body>{text}</body></html>");
    };

    private static Task<int> LookAsync(SourceDesk desk) => desk.Get<LinkWatch>().LookAsync(Ct);

    private async Task<SourceDesk> OpenAsync(params (string Key, string Value)[] settings)
    {
        var desk = await SourceDesk.OpenAsync(settings: [("Bot:Auth:Mode", "Development"), ("Bot:Knowledge:Hosts:0", "127.0.0.1"), .. settings]);
        desk.Link(_site.Address.AbsoluteUri);
        return desk;
    }
}
