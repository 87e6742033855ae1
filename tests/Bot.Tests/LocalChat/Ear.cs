using System.Net.ServerSentEvents;

namespace Bot.Tests.LocalChat;

/// <summary>Listens to a conversation's events as the page does.</summary>
internal sealed class Ear : IAsyncDisposable
{
    private readonly HttpResponseMessage response;
    private readonly IAsyncEnumerator<SseItem<string>> events;

    private Ear(HttpResponseMessage response, Stream stream)
    {
        this.response = response;
        events = SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator();
    }

    public static async Task<Ear> OpenAsync(HttpClient client, string conversation, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"loopback/events?conversation={conversation}");
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return new Ear(response, await response.Content.ReadAsStreamAsync());
    }

    public async Task<IReadOnlyList<(string Kind, string Id, string Data)>> HearAsync(int count, CancellationToken stop)
    {
        var heard = new List<(string, string, string)>();
        while (heard.Count < count && await events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10), stop))
            if (events.Current.EventType != "heartbeat")
                heard.Add((events.Current.EventType, events.Current.EventId ?? "", events.Current.Data));
        return heard;
    }

    public async ValueTask DisposeAsync()
    {
        await events.DisposeAsync();
        response.Dispose();
    }
}
