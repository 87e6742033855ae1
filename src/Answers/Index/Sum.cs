using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Answers.Index;

/// <summary>A sum over a file, which tells damage by chance; it is no proof against somebody who means harm.</summary>
internal static class Sum
{
    public const int Length = sizeof(ulong);
    private const int AtOnce = 1 << 20;

    /// <summary>Sums everything from <paramref name="start"/> to <paramref name="end"/>, where the stream then stands.</summary>
    public static ulong Of(Stream stream, long start, long end)
    {
        stream.Position = start;
        var sum = (ulong)(end - start);
        var buffer = new byte[AtOnce];
        for (var left = end - start; left > 0;)
        {
            var part = buffer.AsSpan(0, (int)Math.Min(left, AtOnce));
            stream.ReadExactly(part);
            sum = Add(sum, part);
            left -= part.Length;
        }

        return sum;
    }

    private static ulong Add(ulong sum, ReadOnlySpan<byte> part)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(part);
        foreach (var word in words) sum = Mix(sum, BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word));
        foreach (var one in part[(words.Length * sizeof(ulong))..]) sum = Mix(sum, one);
        return sum;
    }

    // Each step can be undone, so two files that differ in one word never have one sum.
    private static ulong Mix(ulong sum, ulong word) => BitOperations.RotateLeft((sum ^ word) * 0x9E3779B97F4A7C15, 29);
}
