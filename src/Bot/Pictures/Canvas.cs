namespace Bot.Pictures;

/// <summary>An opaque colour as 0xRRGGBB.</summary>
public readonly record struct Colour(int Rgb)
{
    /// <summary>This colour over another, as much of it as <paramref name="share"/> says (0 to 1).</summary>
    internal Colour Over(Colour below, double share)
    {
        var (above, under) = (Rgb, below.Rgb);
        int Mix(int shift) => (int)Math.Round((above >> shift & 255) * share + (under >> shift & 255) * (1 - share)) << shift;
        return new Colour(Mix(16) | Mix(8) | Mix(0));
    }
}

/// <summary>A rectangle with round corners, in pixels.</summary>
public readonly record struct Box(int X, int Y, int Width, int Height, int Radius = 0)
{
    public Box Inside(int by) => new(X + by, Y + by, Width - 2 * by, Height - 2 * by, Math.Max(0, Radius - by));
}

/// <summary>A small opaque picture: filled boxes and letters.</summary>
public sealed class Canvas
{
    // Corners are smoothed in this many steps a side; few, so that the colours fit one palette.
    private const int Fineness = 4;

    private readonly Colour[] _pixels;

    public Canvas(int width, int height, Colour ground)
    {
        (Width, Height, _pixels) = (width, height, new Colour[width * height]);
        Array.Fill(_pixels, ground);
    }

    public int Width { get; }

    public int Height { get; }

    internal ReadOnlySpan<Colour> Pixels => _pixels;

    public void Fill(Box box, Colour colour)
    {
        for (var y = Math.Max(0, box.Y); y < Math.Min(Height, box.Y + box.Height); y++)
        {
            for (var x = Math.Max(0, box.X); x < Math.Min(Width, box.X + box.Width); x++)
            {
                var share = Share(box, x, y);
                ref var pixel = ref _pixels[y * Width + x];
                if (share >= 1) pixel = colour;
                else if (share > 0) pixel = colour.Over(pixel, share);
            }
        }
    }

    /// <summary>Writes capital letters with their upper left corner at the point; what the font does not hold stays blank.</summary>
    /// <param name="scale">Pixels for each dot of the font.</param>
    public void Write(int x, int y, string text, int scale, Colour colour)
    {
        foreach (var letter in text)
        {
            foreach (var (column, row) in Font.Dots(letter)) Fill(new Box(x + column * scale, y + row * scale, scale, scale), colour);
            x += (Font.Columns + 1) * scale;
        }
    }

    /// <summary>Draws a ring whose stroke has its middle at the radius; a stroke of twice the radius is a disc.</summary>
    public void Ring(double x, double y, double radius, double stroke, Colour colour)
    {
        for (var i = 0; i < _pixels.Length; i++)
        {
            var share = RingShare(i % Width - x, i / Width - y, radius, stroke / 2);
            if (share > 0) _pixels[i] = share >= 1 ? colour : colour.Over(_pixels[i], share);
        }
    }

    public byte[] ToPng() => Png.Of(this);

    /// <summary>White everywhere, as opaque as the picture is bright.</summary>
    public byte[] ToMaskPng() => Png.MaskOf(this);

    private static double RingShare(double dx, double dy, double radius, double half)
    {
        var inside = 0;
        for (var i = 0; i < Fineness * Fineness; i++)
        {
            var (px, py) = (dx + (i % Fineness + 0.5) / Fineness, dy + (i / Fineness + 0.5) / Fineness);
            if (Math.Abs(Math.Sqrt(px * px + py * py) - radius) <= half) inside++;
        }

        return (double)inside / (Fineness * Fineness);
    }

    private static double Share(Box box, int x, int y)
    {
        var (left, top) = (box.X + box.Radius, box.Y + box.Radius);
        var (right, bottom) = (box.X + box.Width - box.Radius, box.Y + box.Height - box.Radius);
        if ((x >= left && x < right) || (y >= top && y < bottom)) return 1;
        var inside = 0;
        for (var i = 0; i < Fineness * Fineness; i++)
        {
            var px = x + (i % Fineness + 0.5) / Fineness;
            var py = y + (i / Fineness + 0.5) / Fineness;
            var (dx, dy) = (px - Math.Clamp(px, left, right), py - Math.Clamp(py, top, bottom));
            if (dx * dx + dy * dy <= box.Radius * box.Radius) inside++;
        }

        return (double)inside / (Fineness * Fineness);
    }
}
