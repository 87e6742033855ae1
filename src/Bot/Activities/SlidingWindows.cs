namespace Bot.Activities;

/// <summary>No more than so many in any window of so long. Times are handed out in order, so those who wait keep their turn.</summary>
internal sealed class SlidingWindows((int Most, TimeSpan Window)[] limits)
{
    private readonly Lock _gate = new();

    // A ring of the latest times, long enough for the largest limit that was ever near.
    private long[] _ticks = new long[8];
    private long _count;

    /// <summary>Whether the last one is so long ago that nothing here matters any more.</summary>
    public bool IsForgottenAt(DateTimeOffset now)
    {
        lock (_gate)
            return _count == 0 || Back(1) <= (now - limits[^1].Window).UtcTicks;
    }

    /// <param name="now">By the clock.</param>
    /// <param name="atMost">The longest wait.</param>
    /// <param name="sharers">Among how many the limits are shared, in equal parts.</param>
    /// <returns>How long to wait. Beyond <paramref name="atMost"/> nothing is taken.</returns>
    public TimeSpan Take(DateTimeOffset now, TimeSpan atMost, int sharers = 1)
    {
        lock (_gate)
        {
            var at = _count == 0 ? now.UtcTicks : Math.Max(now.UtcTicks, Back(1));
            foreach (var (all, window) in limits)
            {
                var most = Math.Max(1, all / sharers);
                if (_count >= most && most <= _ticks.Length)
                    at = Math.Max(at, Back(most) + window.Ticks);
            }

            var wait = TimeSpan.FromTicks(at - now.UtcTicks);
            if (wait <= atMost)
                Add(at, now);
            return wait;
        }
    }

    private long Back(int places) => _ticks[(_count - places) % _ticks.Length];

    private void Add(long at, DateTimeOffset now)
    {
        // Full, and the oldest still counts.
        if (_count >= _ticks.Length && _ticks.Length < limits[^1].Most && Back(_ticks.Length) > (now - limits[^1].Window).UtcTicks)
            Grow();
        _ticks[_count++ % _ticks.Length] = at;
    }

    private void Grow()
    {
        var held = _ticks.Length;
        var larger = new long[Math.Min(held * 2, limits[^1].Most)];
        for (var i = 0; i < held; i++)
            larger[i] = Back(held - i);
        (_ticks, _count) = (larger, held);
    }
}
