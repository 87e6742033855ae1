using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace Bot.LocalChat;

internal sealed class EventStream(Conversations chats, TimeProvider time, IHostApplicationLifetime app)
{
    // A page that hears nothing for three heartbeats takes the line as dead (wire.js).
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public static void Map(RouteGroupBuilder room) =>
        room.MapGet("/events", (string conversation, string? lastEventId, HttpRequest request, EventStream stream, CancellationToken gone) =>
        {
            // A browser sends the header when it reconnects by itself; a reloaded page can only say it in the address.
            string? lastSeen = request.Headers["Last-Event-ID"];
            return conversation.Length is 0 or > 1000
                ? Results.BadRequest()
                : TypedResults.ServerSentEvents(stream.EventsAsync(conversation, lastSeen ?? lastEventId, gone));
        });

    private async IAsyncEnumerable<SseItem<string>> EventsAsync(
        string id, string? lastSeen, [EnumeratorCancellation] CancellationToken gone)
    {
        var conversation = chats.Get(id);
        var channel = conversation.Listen(chats.NumberOf(lastSeen));
        // Without the first token an open page would hold up the end of the program.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(app.ApplicationStopping, gone);
        using var ending = end.Token.Register(() => channel.Writer.TryComplete());
        using var heart = time.CreateTimer(_ => channel.Writer.TryWrite(ChatEvent.Heartbeat), null, TimeSpan.Zero, Heartbeat);
        try
        {
            await foreach (var happened in channel.Reader.ReadAllAsync(CancellationToken.None))
                yield return new SseItem<string>(happened.Data, happened.Kind)
                {
                    EventId = happened.Number == 0 ? null : chats.EventId(happened.Number),
                };
        }
        finally
        {
            conversation.Leave(channel);
        }
    }
}
