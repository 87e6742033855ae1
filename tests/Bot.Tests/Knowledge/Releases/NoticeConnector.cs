using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Bot.Tests.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Knowledge.Releases;

/// <summary>What came for one conversation.</summary>
/// <param name="Cards">How many.</param>
/// <param name="Notices">Which notices they carry.</param>
/// <param name="At">When the last of them came, as a <see cref="Stopwatch"/> timestamp.</param>
internal sealed record Noticed(int Cards, IReadOnlyList<int> Notices, long At);

/// <summary>A connector that keeps of each conversation only which notices came, and the words of one that is listened to.</summary>
internal sealed partial class NoticeConnector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Noticed> _conversations = new();
    private readonly ConcurrentQueue<string> _heard = new();

    private NoticeConnector(WebApplication app) => _app = app;

    public Uri ServiceUrl => new(_app.Urls.Single() + "/uk/");

    /// <summary>The conversation whose messages are kept.</summary>
    public string ListensTo { get; set; } = "-";

    public static async Task<NoticeConnector> StartAsync()
    {
        var app = LoopbackServer.Build();
        var connector = new NoticeConnector(app);
        app.Run(connector.TakeAsync);
        await app.StartAsync();
        return connector;
    }

    public Noticed? Of(string conversation) => _conversations.GetValueOrDefault(conversation);

    public bool Heard(string words) => _heard.Any(body => body.Contains(words, StringComparison.Ordinal));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        var conversation = Conversation().Match(http.Request.Path.Value!).Groups[1].Value;
        if (conversation == ListensTo) _heard.Enqueue(body);
        var came = new Noticed(Card().Count(body), NoticedContent.NoticesIn(body), Stopwatch.GetTimestamp());
        if (came.Cards > 0)
            _conversations.AddOrUpdate(conversation, came, (_, before) => new Noticed(before.Cards + came.Cards, [.. before.Notices.Union(came.Notices)], came.At));
        http.Response.StatusCode = 201;
        await http.Response.WriteAsync("{\"id\":\"1\"}");
    }

    [GeneratedRegex("/conversations/([^/]+)")]
    private static partial Regex Conversation();

    [GeneratedRegex("application/vnd.microsoft.card.adaptive")]
    private static partial Regex Card();
}
