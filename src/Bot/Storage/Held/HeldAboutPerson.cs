namespace Bot.Storage.Held;

/// <summary>Everything that is held about a person, of every kind.</summary>
public sealed class HeldAboutPerson(IEnumerable<IHeldAboutPerson> kinds, WriteQueue queue)
{
    private readonly IHeldAboutPerson[] _kinds = [.. kinds];

    /// <summary>Every table that some kind speaks for.</summary>
    public IEnumerable<string> Tables => _kinds.SelectMany(kind => kind.Tables);

    /// <returns>Only kinds of which there is something.</returns>
    public async Task<IReadOnlyList<Holding>> ReadAsync(string userId, CancellationToken ct)
    {
        if (userId.Length == 0) return [];
        await queue.FlushAsync(ct);
        var held = new List<Holding>();
        foreach (var kind in _kinds)
            if (await kind.ReadAsync(userId, ct) is { Count: > 0 } holding) held.Add(holding);
        return held;
    }

    /// <returns>What was deleted.</returns>
    public async Task<IReadOnlyList<Holding>> DeleteAsync(string userId, CancellationToken ct)
    {
        if (userId.Length == 0) return [];
        // What waits to be stored must be there to be deleted.
        await queue.FlushAsync(ct);
        var deleted = new List<Holding>();
        foreach (var kind in _kinds)
        {
            var words = await kind.ReadAsync(userId, ct);
            if (await kind.DeleteAsync(userId, ct) is > 0 and var count) deleted.Add(words with { Count = count });
        }

        return deleted;
    }
}
