namespace Bot.Storage;

/// <summary>Remembers at least the latest <paramref name="generation"/> keys and at most twice as many: when the young are full, the old are forgotten together.</summary>
internal sealed class Recent<TKey, TValue>(int generation) where TKey : notnull
{
    private readonly Lock _gate = new();
    private Dictionary<TKey, TValue> _young = [];
    private Dictionary<TKey, TValue> _old = [];

    public bool TryGet(TKey key, out TValue? value)
    {
        lock (_gate)
        {
            return _young.TryGetValue(key, out value) || _old.TryGetValue(key, out value);
        }
    }

    public void Set(TKey key, TValue value)
    {
        lock (_gate)
        {
            if (_young.Count >= generation && !_young.ContainsKey(key))
            {
                (_old, _young) = (_young, _old);
                _young.Clear();
            }

            _young[key] = value;
        }
    }

    public void Remove(TKey key)
    {
        lock (_gate)
        {
            _young.Remove(key);
            _old.Remove(key);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _young.Clear();
            _old.Clear();
        }
    }
}
