namespace Bot.Storage;

/// <summary>Writes for one commit, in order. A write takes the place of an earlier one with its statement and key, at the end, so that nothing between them undoes it.</summary>
internal sealed class WriteBatch
{
    private readonly List<Write?> _writes = [];
    private readonly Dictionary<(string Sql, object Key), int> _places = [];

    public void Add(Write write)
    {
        if (write.Key is { } key)
        {
            if (_places.TryGetValue((write.Sql, key), out var place))
            {
                if (_writes[place]!.Settled is { } earlier) write = write with { Settled = earlier + write.Settled };
                _writes[place] = null;
            }

            _places[(write.Sql, key)] = _writes.Count;
        }

        _writes.Add(write);
    }

    public IReadOnlyList<Write> Take()
    {
        Write[] all = [.. _writes.OfType<Write>()];
        _writes.Clear();
        _places.Clear();
        return all;
    }
}
