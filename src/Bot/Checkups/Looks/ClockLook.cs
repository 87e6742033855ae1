using System.Globalization;
using Bot.Activities;
using Bot.Activities.Callers;
using Bot.Storage;
using Microsoft.Extensions.Options;

namespace Bot.Checkups.Looks;

/// <summary>This machine's clock beside the database's and the identity server's: a token is refused where they differ by more than five minutes.</summary>
internal sealed class ClockLook(DatabaseState database, IHttpClientFactory clients, IOptions<AuthOptions> auth, TimeProvider time) : ICheckup
{
    private const string About = "Clock";
    private const string Mend = "Let the machine take its time from a time server (chrony or systemd-timesyncd on Linux, w32time on Windows), or mend the other side.";
    private static readonly TimeSpan TooMuch = TimeSpan.FromMinutes(5), Much = TimeSpan.FromSeconds(30), Patience = TimeSpan.FromSeconds(5);

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken ct)
    {
        List<Finding> found = [];
        if (await database.ClockAsync(ct) is { } of) found.Add(Compared(of, "the database server's"));
        if (auth.Value.ChecksTokens && await EntraAsync(ct) is { } there) found.Add(Compared(there, "the identity server's"));
        return found.Count > 0 ? found : [new(About, Standing.Well, string.Create(CultureInfo.InvariantCulture, $"It is {time.GetUtcNow():d MMMM yyyy HH:mm} UTC here. There was no other clock to compare with."))];
    }

    private Finding Compared(DateTimeOffset other, string whose)
    {
        var off = (time.GetUtcNow() - other).Duration();
        return off < Much ? new(About, Standing.Well, $"This machine's clock agrees with {whose}.")
            : new(About, off > TooMuch ? Standing.Fault : Standing.Note, $"This machine's clock differs from {whose} by {Words(off)}. From 5 minutes on, tokens are refused.", Mend);
    }

    private async Task<DateTimeOffset?> EntraAsync(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            using var client = clients.CreateClient(KeyFetch.Client);
            using var response = await client.GetAsync(CloudAddresses.Of(auth.Value).EntraMetadata, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return response.Headers.Date;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            return null;
        }
    }

    private static string Words(TimeSpan off) => off.TotalMinutes < 2 ? $"{off.TotalSeconds:0} seconds" : off.TotalHours < 2 ? $"{off.TotalMinutes:0} minutes" : $"{off.TotalHours:0} hours";
}
