using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Bot.Storage;

/// <summary>What makes an activity the same when it is delivered again: a digest, so that little is kept and nothing can be read back.</summary>
public readonly record struct ActivityKey(UInt128 Digest)
{
    private const int Usual = 512;
    private const char Between = '\u001f';

    public static ActivityKey Of(string conversationId, string activityId, string more = "")
    {
        var length = conversationId.Length + activityId.Length + more.Length + 2;
        Span<char> text = length <= Usual ? stackalloc char[Usual] : new char[length];
        conversationId.CopyTo(text);
        text[conversationId.Length] = Between;
        activityId.CopyTo(text[(conversationId.Length + 1)..]);
        text[conversationId.Length + 1 + activityId.Length] = Between;
        more.CopyTo(text[(conversationId.Length + activityId.Length + 2)..]);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text[..length]), digest);
        return new(BinaryPrimitives.ReadUInt128BigEndian(digest));
    }

    internal static ActivityKey Parse(string hex) => new(UInt128.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    public override string ToString() => Digest.ToString("x32", CultureInfo.InvariantCulture);
}
