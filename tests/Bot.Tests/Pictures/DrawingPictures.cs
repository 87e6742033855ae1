using Bot.Pictures;

namespace Bot.Tests.Pictures;

public sealed class DrawingPictures
{
    private static readonly Colour White = new(0xFFFFFF), Ink = new(0x102030);

    [Fact]
    public void ABox_IsFilledToItsEdges_AndRoundAtItsCorners()
    {
        var canvas = new Canvas(40, 30, White);
        canvas.Fill(new Box(5, 5, 20, 16, 6), Ink);

        var png = PngReader.Read(canvas.ToPng());

        Assert.Equal((40, 30), (png.Width, png.Height));
        Assert.Equal(Ink.Rgb, png[15, 5]);
        Assert.Equal(Ink.Rgb, png[24, 13]);
        Assert.Equal(White.Rgb, png[25, 13]);
        Assert.Equal(White.Rgb, png[5, 5]);
        Assert.Equal(Ink.Rgb, png[8, 8]);
    }

    [Fact]
    public void WhatLiesOutside_IsLeftOut()
    {
        var canvas = new Canvas(4, 4, White);
        canvas.Fill(new Box(-3, -3, 5, 5), Ink);

        var png = PngReader.Read(canvas.ToPng());

        Assert.Equal((Ink.Rgb, White.Rgb), (png[1, 1], png[2, 2]));
    }

    [Fact]
    public void Letters_AreFiveDotsWideAndSevenHigh()
    {
        var canvas = new Canvas(20, 10, White);
        canvas.Write(1, 1, "L", 1, Ink);

        var png = PngReader.Read(canvas.ToPng());

        Assert.All(Enumerable.Range(1, 7), y => Assert.Equal(Ink.Rgb, png[1, y]));
        Assert.All(Enumerable.Range(1, 5), x => Assert.Equal(Ink.Rgb, png[x, 7]));
        Assert.Equal(White.Rgb, png[2, 6]);
        Assert.Equal(3 * (3 * 6 - 1), Font.Width("ABC", 3));
    }
}
