namespace Bot.Knowledge.Records;

/// <summary>What is held for each map, or nothing. The library's dictionary of an enumeration would have to be compiled at every start.</summary>
public sealed class ByEra<T>
    where T : class
{
    private readonly T?[] _values = new T?[Eras.All.Count];

    /// <summary>Null where nothing is held.</summary>
    public T? this[Era era]
    {
        get => _values[(int)era];
        set => _values[(int)era] = value;
    }

    public bool Has(Era era) => _values[(int)era] is not null;

    public bool IsEmpty => Array.TrueForAll(_values, value => value is null);

    /// <summary>Those held, from the oldest map on.</summary>
    public IEnumerable<T> Values => _values.OfType<T>();
}
