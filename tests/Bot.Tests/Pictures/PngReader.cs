using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Bot.Tests.Pictures;

/// <summary>Reads a PNG as the standard describes it, sharing nothing with the writer. Every fault is an exception.</summary>
internal sealed class PngReader
{
    private readonly byte[] _rows;
    private readonly byte[] _palette;
    private readonly byte[] _alpha;

    private PngReader(int width, int height, byte[] palette, byte[] alpha, byte[] rows) => (Width, Height, _palette, _alpha, _rows) = (width, height, palette, alpha, rows);

    public int Width { get; }

    public int Height { get; }

    /// <summary>The colour as 0xRRGGBB.</summary>
    public int this[int x, int y]
    {
        get
        {
            var at = _rows[y * (Width + 1) + 1 + x] * 3;
            return _palette[at] << 16 | _palette[at + 1] << 8 | _palette[at + 2];
        }
    }

    /// <summary>0 is transparent, 255 opaque.</summary>
    public int AlphaOf(int x, int y) => _alpha.ElementAtOrDefault(_rows[y * (Width + 1) + 1 + x]) is var alpha && _alpha.Length > 0 ? alpha : 255;

    public static PngReader Read(ReadOnlySpan<byte> png)
    {
        Require(png[..8].SequenceEqual(new byte[] { 137, 80, 78, 71, 13, 10, 26, 10 }), "signature");
        var (width, height, palette, alpha, packed) = (0, 0, Array.Empty<byte>(), Array.Empty<byte>(), new MemoryStream());
        var names = new List<string>();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png[at..]);
            var name = Encoding.ASCII.GetString(png.Slice(at + 4, 4));
            var data = png.Slice(at + 8, length);
            Require(Crc(png.Slice(at + 4, length + 4)) == BinaryPrimitives.ReadUInt32BigEndian(png[(at + 8 + length)..]), $"checksum of {name}");
            names.Add(name);
            if (name == "IHDR")
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]));
                Require(data.Length == 13 && data[8..].SequenceEqual(new byte[] { 8, 3, 0, 0, 0 }), "header");
            }
            else if (name == "PLTE") palette = data.ToArray();
            else if (name == "tRNS") alpha = data.ToArray();
            else if (name == "IDAT") packed.Write(data);
            at += length + 12;
        }

        Require(string.Join(' ', names) is "IHDR PLTE IDAT IEND" or "IHDR PLTE tRNS IDAT IEND", "order of chunks");
        Require(palette.Length % 3 == 0 && palette.Length is > 0 and <= 768, "palette");
        packed.Position = 0;
        using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
        using var rows = new MemoryStream();
        zlib.CopyTo(rows);
        Require(rows.Length == (long)(width + 1) * height, "size of the picture");
        var all = rows.ToArray();
        for (var i = 0; i < all.Length; i++)
            Require(i % (width + 1) == 0 ? all[i] == 0 : all[i] < palette.Length / 3, "filter or colour");
        return new(width, height, palette, alpha, all);
    }

    // Bit by bit, from the annex of the standard.
    private static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = 0xFFFFFFFF;
        foreach (var b in data)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }

    private static void Require(bool holds, string what)
    {
        if (!holds)
            throw new InvalidDataException($"Not a PNG as it should be: {what}.");
    }
}
