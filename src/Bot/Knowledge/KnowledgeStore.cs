using Bot.Knowledge.Releases;

namespace Bot.Knowledge;

/// <summary>Holds the snapshot that new turns take. The first load fails loudly, at the start.</summary>
public sealed class KnowledgeStore(ReleaseLoader loader)
{
    private readonly Lazy<KnowledgeSnapshot> _current = new(loader.Load);

    public KnowledgeSnapshot Current => _current.Value;

    public bool IsLoaded => _current.IsValueCreated;

    /// <exception cref="Articles.ContentException">The content has problems.</exception>
    public void Load() => _ = _current.Value;
}
