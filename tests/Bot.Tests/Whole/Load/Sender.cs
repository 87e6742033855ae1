using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Tests.Whole.Load;

/// <summary>Sends questions of many people at a steady rate to replicas in turn, as a channel behind a load balancer would: what is not taken is sent again, to another.</summary>
internal sealed class Sender(Uri serviceUrl, Func<IReadOnlyList<GuideProcess>> guides)
{
    private const int Conversations = 500, MostTries = 60;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly string[] Questions =
        ["What is an ICS?", "Which footprint is Barnsley in?", "Who decides in an STP?", "What is an integrated care board?", "Who are the partners in Dorset?", "How many STPs were there?"];

    private readonly string _run = Guid.NewGuid().ToString("n")[..8];

    private readonly string _template = Person.New().Says("{text}", serviceUrl).ToJsonString();

    private int _sent;

    /// <summary>Ids of messages that were taken at the first try, and of those that needed more.</summary>
    public ConcurrentQueue<string> AtOnce { get; } = new();

    public ConcurrentQueue<string> TriedAgain { get; } = new();

    public ConcurrentQueue<string> NeverTaken { get; } = new();

    public ConcurrentQueue<double> Milliseconds { get; } = new();

    public int Sent => _sent;

    public async Task RunAsync(int perSecond, TimeSpan time, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        var under = new List<Task>();
        while (clock.Elapsed < time)
        {
            var due = (int)(Math.Min(clock.Elapsed.TotalSeconds, time.TotalSeconds) * perSecond) - under.Count;
            for (var i = 0; i < due; i++) under.Add(SendAsync(Interlocked.Increment(ref _sent), ct));
            await Task.Delay(5, ct);
        }

        await Task.WhenAll(under);
    }

    private async Task SendAsync(int number, CancellationToken ct)
    {
        await Task.Yield();
        var id = $"load-{_run}-{number}";
        var body = Body(id, number);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var all = guides();
            var started = Stopwatch.GetTimestamp();
            if (all.Count > 0 && await TakenAsync(all[(number + tries) % all.Count], body, ct))
            {
                if (tries == 0) Milliseconds.Enqueue(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                (tries == 0 ? AtOnce : TriedAgain).Enqueue(id);
                return;
            }

            await Task.Delay(Pause, ct);
        }

        NeverTaken.Enqueue(id);
    }

    private static async Task<bool> TakenAsync(GuideProcess guide, string body, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var response = await guide.Client.PostAsync("/api/messages", content, limit.Token);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            return false;
        }
    }

    private string Body(string id, int number)
    {
        var who = (number % Conversations).ToString(CultureInfo.InvariantCulture);
        var activity = JsonNode.Parse(_template)!;
        activity["id"] = id;
        activity["text"] = Questions[number % Questions.Length];
        activity["timestamp"] = DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture);
        activity["conversation"]!["id"] = $"a:{_run}-{who}";
        activity["from"]!["id"] = $"29:{_run}-{who}";
        return activity.ToJsonString();
    }
}
