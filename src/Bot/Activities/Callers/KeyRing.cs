namespace Bot.Activities.Callers;

/// <summary>
/// The keys of one issuer, kept fresh in the background. A token with an unknown key may ask for a refresh, but whatever
/// tokens come in, they cause no more than one in five minutes.
/// </summary>
internal sealed class KeyRing(Uri metadata, KeyFetch fetch, TimeProvider time, ILogger log)
{
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private volatile KeySet? _current;
    private volatile string? _problem;
    private Task<bool> _fetching = Task.FromResult(false);
    private DateTimeOffset _started = DateTimeOffset.MinValue;

    public KeySet? Current => _current;

    /// <summary>Why there are no keys, in words; null where there are.</summary>
    public string? Problem => _current is null ? _problem ?? $"The signing keys of {metadata.Host} are being fetched." : null;

    /// <returns>No keys where none could be fetched yet; no key where none has this id.</returns>
    public async ValueTask<(KeySet? Keys, SigningKey? Key)> FindAsync(string kid)
    {
        if (_current is { } keys && keys.Find(kid) is { } key)
            return (keys, key);
        if (kid.Length > 0 && AskForRefresh() is { IsCompleted: false } running)
            await running.WaitAsync(Patience, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        keys = _current;
        return (keys, keys?.Find(kid));
    }

    /// <summary>Fetches now, or joins the fetch that is under way. For the background and for whoever asks by hand.</summary>
    public Task<bool> RefreshAsync()
    {
        lock (_gate)
            return _fetching.IsCompleted ? Start() : _fetching;
    }

    public async Task<SelfCheck> CheckAsync(string channelId)
    {
        var fetched = await RefreshAsync();
        return fetched && _current is { } keys
            ? new(true, $"{metadata.Host} publishes {keys.Count} signing keys, {keys.CountEndorsing(channelId)} of them for {channelId}.")
            : new(false, _problem ?? "");
    }

    // Where there are no keys at all the background is at it; a token need not hurry it.
    private Task AskForRefresh()
    {
        lock (_gate)
        {
            return !_fetching.IsCompleted ? _fetching
                : _current is null || time.GetUtcNow() - _started < Pause ? Task.CompletedTask
                : Start();
        }
    }

    private Task<bool> Start()
    {
        _started = time.GetUtcNow();
        return _fetching = Task.Run(FetchAsync);
    }

    private async Task<bool> FetchAsync()
    {
        var (keys, problem) = await fetch.FetchAsync(metadata);
        _problem = problem;
        if (keys is null)
        {
            Log.KeysNotFetched(log, problem!);
            return false;
        }

        _current = keys;
        Log.KeysFetched(log, keys.Count, metadata.Host);
        return true;
    }
}
