using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Bot.Activities.Callers;

/// <summary>Tokens that were proven, by their hash: a channel sends the same one for an hour. Only proven ones come in, so nobody can fill it.</summary>
internal sealed class ProvenTokens
{
    private const int Most = 1_000;

    private readonly ConcurrentDictionary<(ulong, ulong, ulong, ulong), ProvenToken> _tokens = new();

    /// <summary>Of the characters as they are, so that no two texts become one.</summary>
    public static (ulong, ulong, ulong, ulong) HashOf(ReadOnlySpan<char> token)
    {
        Span<ulong> hash = stackalloc ulong[4];
        SHA256.HashData(MemoryMarshal.AsBytes(token), MemoryMarshal.AsBytes(hash));
        return (hash[0], hash[1], hash[2], hash[3]);
    }

    public ProvenToken? Find((ulong, ulong, ulong, ulong) hash) => _tokens.GetValueOrDefault(hash);

    public void Add((ulong, ulong, ulong, ulong) hash, ProvenToken token, DateTimeOffset now)
    {
        if (_tokens.Count >= Most)
        {
            foreach (var (old, held) in _tokens)
            {
                if (!held.IsAliveAt(now))
                    _tokens.TryRemove(old, out _);
            }

            // A thousand live ones are not a channel's doing: prove them again rather than hold more.
            if (_tokens.Count >= Most)
                _tokens.Clear();
        }

        _tokens[hash] = token;
    }
}
