using Bot.Pictures;
using Bot.Tests.Support;

namespace Bot.Tests.Pictures;

public sealed class DrawingIcons
{
    [Fact]
    public void TheColourIcon_IsAsLargeAsTeamsAsks()
    {
        var png = PngReader.Read(AppIcons.Color());

        Assert.Equal((192, 192), (png.Width, png.Height));
        Assert.Equal(0x2B4C55, png[0, 0]);
        Assert.Equal(0xFFFFFF, png[96, 96]);
        File.WriteAllBytes(Chromium.PictureOf("icon-color"), AppIcons.Color());
    }

    [Fact]
    public void TheOutlineIcon_IsWhite_OnTransparent()
    {
        var bytes = AppIcons.Outline();

        Assert.Equal((32, 32), PngSize.Of(bytes));
        var png = PngReader.Read(bytes);
        for (var y = 0; y < 32; y++)
            for (var x = 0; x < 32; x++)
                Assert.Equal(0xFFFFFF, png[x, y]);
        Assert.Equal(0, png.AlphaOf(0, 0));
        Assert.Equal(255, png.AlphaOf(16, 16));
        File.WriteAllBytes(Chromium.PictureOf("icon-outline"), bytes);
    }

    [Fact]
    public void Drawn_TwiceTheyAreTheSame()
    {
        Assert.Equal(AppIcons.Color(), AppIcons.Color());
        Assert.Equal(AppIcons.Outline(), AppIcons.Outline());
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 137, 80, 78, 71 })]
    public void WhatIsNoPng_HasNoSize(byte[] bytes) => Assert.Null(PngSize.Of(bytes));
}
