namespace Answers.Index;

/// <summary>Collects the distinct features of a text while it is read. One a thread, used again for the next text.</summary>
internal sealed class FeatureSink
{
    [ThreadStatic]
    private static FeatureSink? _mine;

    private ulong[] _keys = new ulong[1024];
    private byte[] _groups = new byte[1024];
    private int[] _times = new int[1024], _place = new int[1024], _slots = new int[4096];
    private int _count, _shift = 64 - 12;

    public ReadOnlySpan<ulong> Keys => _keys.AsSpan(0, _count);

    public ReadOnlySpan<byte> Groups => _groups.AsSpan(0, _count);

    /// <summary>How often each feature occurred.</summary>
    public ReadOnlySpan<int> Times => _times.AsSpan(0, _count);

    public static FeatureSink Rent()
    {
        var sink = _mine ??= new FeatureSink();
        for (var i = 0; i < sink._count; i++) sink._slots[sink._place[i]] = 0;
        sink._count = 0;
        return sink;
    }

    public void Take(int group, ulong key)
    {
        var at = Start(key);
        for (; _slots[at] != 0; at = (at + 1) & (_slots.Length - 1))
        {
            if (_keys[_slots[at] - 1] != key) continue;
            _times[_slots[at] - 1]++;
            return;
        }

        if (_count == _keys.Length)
        {
            Grow();
            for (at = Start(key); _slots[at] != 0;) at = (at + 1) & (_slots.Length - 1);
        }

        (_keys[_count], _groups[_count], _times[_count], _place[_count]) = (key, (byte)group, 1, at);
        _slots[at] = ++_count;
    }

    private int Start(ulong key) => (int)((key * 0x9E3779B97F4A7C15) >> _shift);

    private void Grow()
    {
        var room = _count * 2;
        Array.Resize(ref _keys, room);
        Array.Resize(ref _groups, room);
        Array.Resize(ref _times, room);
        Array.Resize(ref _place, room);
        _slots = new int[_slots.Length * 2];
        _shift--;
        for (var i = 0; i < _count; i++)
        {
            var at = Start(_keys[i]);
            while (_slots[at] != 0) at = (at + 1) & (_slots.Length - 1);
            (_slots[at], _place[i]) = (i + 1, at);
        }
    }
}
