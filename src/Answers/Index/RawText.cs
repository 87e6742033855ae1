namespace Answers.Index;

/// <summary>The distinct features of one text in one view, before rarity is known, in order of their keys.</summary>
internal sealed class RawText
{
    private RawText(ulong[] keys, byte[] groups, float[] counts) => (Keys, Groups, Counts) = (keys, groups, counts);

    public ulong[] Keys { get; }

    public byte[] Groups { get; }

    /// <summary>1 + ln of how often the feature occurs in the text.</summary>
    public float[] Counts { get; }

    public static RawText Of(View view, IReadOnlyList<string> words, IReadOnlyList<string> stems)
    {
        var sink = FeatureSink.Rent();
        view.Read(words, stems, sink);
        var sorted = sink.Sorted();
        var keys = sorted.Keys;
        var distinct = 0;
        for (var i = 0; i < keys.Length; i++)
            if (i == 0 || keys[i] != keys[i - 1]) distinct++;
        var raw = new RawText(new ulong[distinct], new byte[distinct], new float[distinct]);
        for (int i = 0, at = -1; i < keys.Length; i++)
        {
            if (i == 0 || keys[i] != keys[i - 1]) (raw.Keys[++at], raw.Groups[at]) = (keys[i], sorted.Groups[i]);
            raw.Counts[at]++;
        }

        for (var i = 0; i < distinct; i++) raw.Counts[i] = raw.Counts[i] == 1 ? 1 : 1 + (float)Ranking.Exact.Log(raw.Counts[i]);
        return raw;
    }
}

/// <summary>Collects features while a text is read. One a thread, used again for the next text.</summary>
internal sealed class FeatureSink
{
    [ThreadStatic]
    private static FeatureSink? _mine;

    private ulong[] _keys = new ulong[1024];
    private byte[] _groups = new byte[1024];
    private int _count;

    public static FeatureSink Rent()
    {
        var sink = _mine ??= new FeatureSink();
        sink._count = 0;
        return sink;
    }

    public void Take(int group, ulong key)
    {
        if (_count == _keys.Length)
        {
            Array.Resize(ref _keys, _count * 2);
            Array.Resize(ref _groups, _count * 2);
        }

        (_keys[_count], _groups[_count]) = (key, (byte)group);
        _count++;
    }

    public Sorted Sorted()
    {
        var keys = _keys.AsSpan(0, _count);
        var groups = _groups.AsSpan(0, _count);
        keys.Sort(groups);
        return new Sorted(keys, groups);
    }
}

/// <summary>Keys in order, with their groups.</summary>
internal readonly ref struct Sorted(ReadOnlySpan<ulong> keys, ReadOnlySpan<byte> groups)
{
    public ReadOnlySpan<ulong> Keys { get; } = keys;

    public ReadOnlySpan<byte> Groups { get; } = groups;
}
