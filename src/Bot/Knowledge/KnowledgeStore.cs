using Bot.Knowledge.Releases;

namespace Bot.Knowledge;

/// <summary>Holds the snapshot that new turns take. The first load fails loudly, at the start.</summary>
public sealed class KnowledgeStore(ReleaseLoader loader)
{
    private readonly Lazy<KnowledgeSnapshot> _current = new(loader.Load);

    public KnowledgeSnapshot Current => _current.Value;
}
