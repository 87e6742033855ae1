using System.Security.Cryptography;

namespace Bot.Storage;

/// <summary>What stands for a person in the tables of their own notes: found again by their id, which cannot be read back from it.</summary>
public sealed class PersonKeys(Database database)
{
    private byte[]? _key;

    public async ValueTask<string> OfAsync(string userId, CancellationToken ct)
    {
        _key ??= await Salts.ReadAsync(database, "person", ct);
        return Convert.ToHexStringLower(HMACSHA256.HashData(_key, Keys.Bytes(userId)).AsSpan(0, 16));
    }
}
