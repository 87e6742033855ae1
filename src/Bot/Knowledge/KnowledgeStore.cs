using System.Collections.Frozen;
using Bot.Knowledge.Releases;

namespace Bot.Knowledge;

/// <summary>Holds the snapshot that new turns take. The first load fails loudly, at the start; a later failure leaves what is served.</summary>
public sealed class KnowledgeStore(ReleaseLoader loader)
{
    private readonly Lock _gate = new();
    private KnowledgeSnapshot? _whole;
    private KnowledgeSnapshot? _current;
    private FrozenSet<string> _withdrawn = FrozenSet<string>.Empty;

    public KnowledgeSnapshot Current => Volatile.Read(ref _current) ?? LoadBuiltIn();

    public bool IsLoaded => Volatile.Read(ref _current) is not null;

    /// <exception cref="Articles.ContentException">The content has problems.</exception>
    public void Load() => _ = Current;

    /// <summary>What new turns take from now on; turns in flight keep theirs.</summary>
    public void Serve(KnowledgeSnapshot snapshot)
    {
        lock (_gate)
        {
            _whole = snapshot;
            Volatile.Write(ref _current, snapshot.Without(_withdrawn));
        }
    }

    /// <summary>Takes articles back at once, or gives them back.</summary>
    public void Withdraw(IEnumerable<string> articles)
    {
        lock (_gate)
        {
            var withdrawn = articles.ToFrozenSet(StringComparer.Ordinal);
            if (withdrawn.SetEquals(_withdrawn)) return;
            _withdrawn = withdrawn;
            if (_whole is not null) Volatile.Write(ref _current, _whole.Without(withdrawn));
        }
    }

    private KnowledgeSnapshot LoadBuiltIn()
    {
        lock (_gate)
        {
            if (_current is null)
            {
                _whole = loader.Load(loader.BuiltIn(), 0);
                Volatile.Write(ref _current, _whole.Without(_withdrawn));
            }

            return _current!;
        }
    }
}
