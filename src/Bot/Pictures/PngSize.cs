using System.Buffers.Binary;

namespace Bot.Pictures;

/// <summary>Reads how large a PNG is, and nothing else of it.</summary>
public static class PngSize
{
    /// <returns>Null where the bytes are no PNG.</returns>
    public static (int Width, int Height)? Of(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 24 && bytes[..8].SequenceEqual(Png.Signature) && bytes[12..16].SequenceEqual("IHDR"u8)
            ? (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]))
            : null;
}
