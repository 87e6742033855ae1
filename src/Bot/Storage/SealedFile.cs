using System.Security.Cryptography;
using System.Text;

namespace Bot.Storage;

/// <summary>Seals a file with a key that only the holder of its id can make, and names it by a digest of that id.</summary>
internal sealed class SealedFile
{
    private const int IdBytes = 20, KeyBytes = 32, TagBytes = 16, NonceBytes = 12;
    private const int LongestId = 2 * IdBytes;

    private readonly byte[] _key;

    private SealedFile(byte[] id)
    {
        RowId = Convert.ToHexStringLower(HKDF.DeriveKey(HashAlgorithmName.SHA256, id, KeyBytes, info: "row"u8.ToArray()));
        _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, id, KeyBytes, info: "file"u8.ToArray());
    }

    public string RowId { get; }

    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));

    /// <returns>Null where the text cannot be an id.</returns>
    public static SealedFile? Of(string id) =>
        id.Length == LongestId && id.All(char.IsAsciiHexDigitLower) ? new SealedFile(Encoding.ASCII.GetBytes(id)) : null;

    // Each key seals one file only, so the nonce need not differ.
    public byte[] Seal(ReadOnlySpan<byte> bytes)
    {
        var sealedBytes = new byte[TagBytes + bytes.Length];
        using var aes = new AesGcm(_key, TagBytes);
        aes.Encrypt(new byte[NonceBytes], bytes, sealedBytes.AsSpan(TagBytes), sealedBytes.AsSpan(0, TagBytes));
        return sealedBytes;
    }

    public byte[] Open(ReadOnlySpan<byte> sealedBytes)
    {
        var bytes = new byte[sealedBytes.Length - TagBytes];
        using var aes = new AesGcm(_key, TagBytes);
        aes.Decrypt(new byte[NonceBytes], sealedBytes[TagBytes..], sealedBytes[..TagBytes], bytes);
        return bytes;
    }
}
