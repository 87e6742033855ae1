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
        Span<ulong> sums = [(ulong)(end - start), 1, 2, 3];
        var buffer = new byte[AtOnce];
        for (var left = end - start; left > 0;)
        {
            var part = buffer.AsSpan(0, (int)Math.Min(left, AtOnce));
            stream.ReadExactly(part);
            Add(sums, part);
            left -= part.Length;
        }

        return Mix(Mix(Mix(sums[0], sums[1]), sums[2]), sums[3]);
    }

    // Four at a time, because each step waits for the one before it.
    private static void Add(Span<ulong> sums, ReadOnlySpan<byte> part)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(part);
        var (a, b, c, d) = (sums[0], sums[1], sums[2], sums[3]);
        var i = 0;
        for (; i + 3 < words.Length; i += 4) (a, b, c, d) = (Mix(a, Word(words[i])), Mix(b, Word(words[i + 1])), Mix(c, Word(words[i + 2])), Mix(d, Word(words[i + 3])));
        for (; i < words.Length; i++) a = Mix(a, Word(words[i]));
        foreach (var one in part[(words.Length * sizeof(ulong))..]) a = Mix(a, one);
        (sums[0], sums[1], sums[2], sums[3]) = (a, b, c, d);
    }

    private static ulong Word(ulong word) => BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word);

    // Each step can be undone, so two files that differ in one word never have one sum.
    private static ulong Mix(ulong sum, ulong word) => BitOperations.RotateLeft((sum ^ word) * 0x9E3779B97F4A7C15, 29);
}
