namespace Bot.Pictures;

/// <summary>The app's own two icons: three rings that share a centre. Neutral on purpose; an adopter brings its own.</summary>
public static class AppIcons
{
    private static readonly Colour Ground = new(0x2B4C55), Sand = new(0xFFD9A0), Mint = new(0xA9E0D2), Rose = new(0xF5B8C4), White = new(0xFFFFFF), Black = new(0);

    /// <summary>192 by 192 pixels, in colour.</summary>
    public static byte[] Color()
    {
        var canvas = new Canvas(192, 192, Ground);
        Draw(canvas, 4.8, 12.5, 2.3, Sand, Mint, Rose);
        return canvas.ToPng();
    }

    /// <summary>32 by 32 pixels, white on transparent.</summary>
    public static byte[] Outline()
    {
        var canvas = new Canvas(32, 32, Black);
        Draw(canvas, 0.98, 2.2, 2.0, White, White, White);
        return canvas.ToMaskPng();
    }

    // In units of the page's icon, whose middle is at 20, 21.
    private static void Draw(Canvas canvas, double unit, double stroke, double dot, params ReadOnlySpan<Colour> rings)
    {
        var middle = canvas.Width / 2.0;
        ReadOnlySpan<(double X, double Y)> centres = [(20, 15), (14.6, 24.2), (25.4, 24.2)];
        for (var i = 0; i < rings.Length; i++)
            canvas.Ring(middle + (centres[i].X - 20) * unit, middle + (centres[i].Y - 21) * unit, 7.6 * unit, stroke, rings[i]);
        canvas.Ring(middle, middle + 0.1 * unit, dot * unit / 2, dot * unit, White);
    }
}
