using System.Collections.Frozen;
using Bot.Knowledge.Releases;
using Bot.Storage.Sources;

namespace Bot.Knowledge;

/// <summary>Holds the snapshot that new turns take. The first load fails loudly, at the start; a later failure leaves what is served.</summary>
public sealed class KnowledgeStore(ReleaseLoader loader)
{
    private readonly Lock _gate = new();
    private KnowledgeSnapshot? _whole;
    private KnowledgeSnapshot? _current;
    private FrozenSet<string> _withdrawn = FrozenSet<string>.Empty;
    private IReadOnlyList<SourceMark> _marks = [];

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
            Volatile.Write(ref _current, snapshot.With(_withdrawn, _marks));
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
            if (_whole is not null) Volatile.Write(ref _current, _whole.With(withdrawn, _marks));
        }
    }

    /// <summary>Says of articles that a source of theirs changed.</summary>
    public void Doubt(IReadOnlyList<SourceMark> marks)
    {
        lock (_gate)
        {
            if (marks.SequenceEqual(_marks)) return;
            _marks = marks;
            if (_whole is not null) Volatile.Write(ref _current, _whole.With(_withdrawn, marks));
        }
    }

    private KnowledgeSnapshot LoadBuiltIn()
    {
        lock (_gate)
        {
            if (_current is null)
            {
                _whole = loader.Load(loader.BuiltIn(), 0);
                Volatile.Write(ref _current, _whole.With(_withdrawn, _marks));
            }

            return _current!;
        }
    }
}
