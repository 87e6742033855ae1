using System.Buffers.Binary;
using System.IO.Compression;

namespace Bot.Pictures;

/// <summary>Writes a canvas as PNG with a palette (W3C, Portable Network Graphics, third edition).</summary>
internal static class Png
{
    private const int MostColours = 256;
    internal static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly uint[] Table = MakeTable();

    public static byte[] Of(Canvas canvas) => Of(canvas, isMask: false);

    public static byte[] MaskOf(Canvas canvas) => Of(canvas, isMask: true);

    private static byte[] Of(Canvas canvas, bool isMask)
    {
        var colours = new Dictionary<int, byte>();
        var rows = Rows(canvas, colours);
        using var png = new MemoryStream(8 * 1024);
        png.Write(Signature);
        Chunk(png, "IHDR"u8, Header(canvas));
        var palette = colours.OrderBy(c => c.Value).Select(c => c.Key).ToArray();
        Chunk(png, "PLTE"u8, [.. palette.SelectMany(c => isMask ? [255, 255, 255] : new[] { (byte)(c >> 16), (byte)(c >> 8), (byte)c })]);
        // A mask is drawn in greys, of which any part says how bright it is.
        if (isMask) Chunk(png, "tRNS"u8, [.. palette.Select(c => (byte)c)]);
        Chunk(png, "IDAT"u8, Deflated(rows));
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] Header(Canvas canvas)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, canvas.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), canvas.Height);
        // Eight bits a pixel, palette; compression, filter and interlace have no other useful value.
        (header[8], header[9]) = (8, 3);
        return header;
    }

    // Each row begins with its filter; 0 is none, which suits areas of one colour.
    private static byte[] Rows(Canvas canvas, Dictionary<int, byte> colours)
    {
        var rows = new byte[(canvas.Width + 1) * canvas.Height];
        for (var i = 0; i < canvas.Pixels.Length; i++)
        {
            var rgb = canvas.Pixels[i].Rgb;
            if (!colours.TryGetValue(rgb, out var index))
            {
                if (colours.Count == MostColours) throw new InvalidOperationException($"A picture may have {MostColours} colours.");
                colours[rgb] = index = (byte)colours.Count;
            }

            rows[i / canvas.Width * (canvas.Width + 1) + 1 + i % canvas.Width] = index;
        }

        return rows;
    }

    private static byte[] Deflated(byte[] rows)
    {
        using var deflated = new MemoryStream(8 * 1024);
        using (var zlib = new ZLibStream(deflated, CompressionLevel.SmallestSize)) zlib.Write(rows);
        return deflated.ToArray();
    }

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), data));
        png.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var b in data) crc = Table[(crc ^ b) & 255] ^ crc >> 8;
        return crc;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (uint n = 0; n < 256; n++)
        {
            var crc = n;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? 0xEDB88320 ^ crc >> 1 : crc >> 1;
            table[n] = crc;
        }

        return table;
    }
}
