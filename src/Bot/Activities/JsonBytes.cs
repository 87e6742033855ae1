using System.Buffers;
using System.Text.Json;

namespace Bot.Activities;

/// <summary>Writes JSON into a buffer that its thread keeps, so that all that is made anew is the result.</summary>
internal static class JsonBytes
{
    // One long answer shall not hold memory for good.
    private const int LargestKept = 128 * 1024;

    [ThreadStatic]
    private static Buffer? t_kept;

    public static ReadOnlyMemory<byte> Of<T>(T what, Action<Utf8JsonWriter, T> write)
    {
        var buffer = t_kept ?? new Buffer();
        t_kept = null;
        buffer.Bytes.ResetWrittenCount();
        buffer.Json.Reset();
        write(buffer.Json, what);
        buffer.Json.Flush();
        if (buffer.Bytes.Capacity <= LargestKept)
            t_kept = buffer;
        return buffer.Bytes.WrittenSpan.ToArray();
    }

    private sealed class Buffer
    {
        public Buffer() => Json = new Utf8JsonWriter(Bytes, ActivityWriter.Options);

        public ArrayBufferWriter<byte> Bytes { get; } = new(16 * 1024);

        public Utf8JsonWriter Json { get; }
    }
}
