using Microsoft.Extensions.Options;

namespace Bot.Activities.Callers;

/// <summary>The keys of the channel and, where its tokens are accepted too, of Entra; fetched at the start and twice a day.</summary>
public sealed class KeyRings : BackgroundService
{
    private static readonly TimeSpan HalfADay = TimeSpan.FromHours(12);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);

    private readonly bool _wanted;
    private readonly TimeProvider _time;

    public KeyRings(IOptions<AuthOptions> options, IHttpClientFactory clients, TimeProvider time, ILogger<KeyRings> log)
    {
        var cloud = CloudAddresses.Of(options.Value);
        var fetch = new KeyFetch(clients);
        Channel = new KeyRing(cloud.ChannelMetadata, fetch, time, log);
        Entra = options.Value.EntraTenants.Count > 0 ? new KeyRing(cloud.EntraMetadata, fetch, time, log) : null;
        _wanted = options.Value.ChecksTokens;
        _time = time;
    }

    internal KeyRing Channel { get; }

    /// <summary>Null where Entra-issued tokens are not accepted.</summary>
    internal KeyRing? Entra { get; }

    /// <summary>Why a caller could not be checked now; nothing where it could.</summary>
    internal IEnumerable<string> Problems => Rings.Select(ring => ring.Problem).OfType<string>();

    /// <summary>Fetches the channel's keys now and says what came of it.</summary>
    public Task<SelfCheck> CheckAsync() => Channel.CheckAsync("msteams");

    private IEnumerable<KeyRing> Rings => !_wanted ? [] : Entra is null ? [Channel] : [Channel, Entra];

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Rings.Select(ring => KeepFreshAsync(ring, stoppingToken)));

    private async Task KeepFreshAsync(KeyRing ring, CancellationToken stop)
    {
        for (var pause = FirstPause; ;)
        {
            var fetched = await ring.RefreshAsync();
            await Task.Delay(fetched ? HalfADay : pause, _time, stop);
            pause = fetched ? FirstPause : pause * 2 < KeyRing.Pause ? pause * 2 : KeyRing.Pause;
        }
    }
}
