namespace Bot.Storage;

/// <summary>
/// Knows which activities were answered, so that one that is delivered again is not answered twice. SQLite serves one process, so there the
/// memory decides and rows are only for the next start; on PostgreSQL a row is claimed before the turn acts.
/// </summary>
public sealed class SeenActivities : IHostedService
{
    // At 500 turns a second still a minute's worth; Teams delivers again after 15 seconds.
    private const int Remembered = 32_768;

    private const string Insert = """
        insert into seen (key, done, held_until, at) values (@Key, true, 0, @At)
        on conflict (key) do update set done = true
        """;

    private const string InsertTogether = "insert into seen_together (id, keys, at) values (@Id, @Keys, @At) on conflict (id) do nothing";

    private static readonly TimeSpan Recently = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan SignOfLife = SeenRows.Hold / 3;

    private readonly SeenRows _rows;
    private readonly WriteQueue _queue;
    private readonly TimeProvider _time;
    private readonly bool _isShared;
    private readonly string _holder = Guid.NewGuid().ToString("n");
    private readonly Recent<ActivityKey, bool> _done = new(Remembered);
    private volatile Together? _together;

    public SeenActivities(Database database, WriteQueue queue, TimeProvider time)
    {
        _rows = new SeenRows(database, time);
        _queue = queue;
        _time = time;
        _isShared = database.Kind == DatabaseKind.Postgres;
    }

    public ValueTask<Claim> ClaimAsync(ActivityKey key, CancellationToken ct) =>
        _done.TryGet(key, out _) ? new(Claim.Done)
        : _isShared ? new(_rows.ClaimAsync(key, _holder, ct))
        : new(Claim.Mine);

    /// <summary>Keeps a claim alive until it is disposed; null where nobody could take it.</summary>
    public IDisposable? Hold(ActivityKey key) =>
        _isShared ? new SignsOfLife(SignOfLife, _time, () => _rows.RenewAsync(key, _holder, CancellationToken.None)) : null;

    /// <summary>Answered: known here at once, and stored a moment later.</summary>
    public async ValueTask DoneAsync(ActivityKey key)
    {
        _done.Set(key, true);
        if (_isShared)
        {
            await _queue.EnqueueAsync(new Write(Insert, new { Key = key.ToString(), At = _time.GetUtcNow() }), CancellationToken.None);
        }
        else if (_together?.TryAdd(key) != true)
        {
            var together = new Together(key, _time.GetUtcNow());
            await _queue.EnqueueAsync(new Write(InsertTogether, together) { CanWait = true }, CancellationToken.None);
            _together = together;
        }
    }

    /// <summary>One row for all keys until it is written: a row for each would touch a page of its own, because keys are scattered.</summary>
    private sealed class Together(ActivityKey first, DateTimeOffset at) : OpenParameters
    {
        private readonly List<ActivityKey> _keys = [first];

        public string Id { get; } = Guid.CreateVersion7(at).ToString();

        public string Keys => string.Join(' ', _keys);

        public DateTimeOffset At => at;

        /// <returns>False once it is being written.</returns>
        public bool TryAdd(ActivityKey key)
        {
            lock (Gate)
            {
                if (!IsClosed) _keys.Add(key);
                return !IsClosed;
            }
        }
    }

    /// <summary>Not answered: the next delivery may try.</summary>
    public async Task ReleaseAsync(ActivityKey key)
    {
        try
        {
            if (_isShared) await _rows.ReleaseAsync(key, _holder, CancellationToken.None);
        }
        catch (Exception e) when (Faults.IsOutage(e))
        {
            // The claim ends by itself.
        }
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var key in await _rows.LatestAsync(_time.GetUtcNow() - Recently, Remembered, cancellationToken)) _done.Set(key, true);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
