using System.Security.Cryptography;

namespace Bot.Storage;

/// <summary>What stands for a person in the tables of their own notes: found again by their id, which cannot be read back from it.</summary>
public sealed class PersonKeys(Database database)
{
    // Whoever asks now asks again soon, and the digest costs more than all else that a turn stores.
    private const int Remembered = 1_024, Usual = 200;

    private readonly Recent<string, string> _known = new(Remembered);
    private byte[]? _key;

    public async ValueTask<string> OfAsync(string userId, CancellationToken ct)
    {
        if (_known.TryGet(userId, out var known)) return known!;
        _key ??= await Salts.ReadAsync(database, "person", ct);
        var key = Of(userId, _key);
        // An id as long as a book is nobody's.
        if (userId.Length <= Usual) _known.Set(userId, key);
        return key;
    }

    private static string Of(string userId, byte[] key) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Keys.Bytes(userId)).AsSpan(0, 16));
}
