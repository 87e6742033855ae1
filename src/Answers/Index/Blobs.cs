using System.Runtime.InteropServices;

namespace Answers.Index;

/// <summary>Flat arrays to and from a stream.</summary>
internal static class Blobs
{
    public static void Write<T>(BinaryWriter to, T[] values) where T : unmanaged
    {
        to.Write(values.Length);
        to.Write((ReadOnlySpan<byte>)MemoryMarshal.AsBytes(values.AsSpan()));
    }

    public static T[] Read<T>(BinaryReader from) where T : unmanaged => Read<T>(from, from.ReadInt32());

    public static T[] Read<T>(BinaryReader from, int count) where T : unmanaged
    {
        var values = GC.AllocateUninitializedArray<T>(count);
        from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
