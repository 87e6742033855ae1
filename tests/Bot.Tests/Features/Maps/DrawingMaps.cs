using Bot.Features.Maps;
using Bot.Knowledge.Records;
using Bot.Tests.Features.Questions.Cards;
using Bot.Tests.Knowledge.Records;
using Bot.Tests.Pictures;
using Bot.Tests.Structure;

namespace Bot.Tests.Features.Maps;

public sealed class DrawingMaps
{
    private const int MostBytes = 10_000;
    private const int Strong = 0x00305E, Tint = 0xBFD9EE, Other = 0xE1E6E9;

    private static readonly RecordBook Records = StubContent.BuiltInRecords;

    public static TheoryData<Era> Maps => [Era.Icb42, Era.Icb36];

    [Theory, MemberData(nameof(Maps))]
    public void EveryBoard_HasAPictureThatIsValidAndSmall(Era era)
    {
        var boards = Records.Set.In(era).ToArray();
        Assert.Equal(era == Era.Icb42 ? 42 : 36, boards.Length);

        Assert.All(boards, board =>
        {
            var png = MapDrawing.Png(Records.Map(era, board.OdsCode)!);
            Assert.InRange(png.Length, 500, MostBytes);
            PngReader.Read(png);
        });
    }

    [Theory, MemberData(nameof(Maps))]
    public void EveryTile_HasItsColour(Era era)
    {
        var map = Records.Map(era, "QF7")!;
        var png = PngReader.Read(MapDrawing.Png(map));
        var region = map.Region.Select(f => f.OdsCode).ToHashSet();

        // A spot inside each tile, below its letters; sizes as drawn.
        Assert.All(map.Tiles, tile => Assert.Equal(
            tile.Code == "QF7" ? Strong : region.Contains(tile.Code) ? Tint : Other, png[14 + tile.Column * 67 + 31, 14 + tile.Row * 51 + 40]));
        Assert.Equal(["Humber and North Yorkshire", "North East and North Cumbria", "West Yorkshire"], map.Region.Select(f => f.BareName));
    }

    [Theory, MemberData(nameof(Maps))]
    public void EveryBoard_HasOneTileOnASpotOfItsOwn(Era era)
    {
        var tiles = Raw.Rows("tiles.csv").Where(row => row["era"] == era.Column()).ToArray();
        var boards = Raw.Rows("footprints.csv").Where(row => row["era"].Split(';').Contains(era.Column())).Select(row => row["ods"]);

        Assert.Equal(boards.Order(), tiles.Select(row => row["code"]).Order());
        Assert.Equal(tiles.Length, tiles.Select(row => (row["column"], row["row"])).Distinct().Count());
        Assert.Equal(tiles.Length, tiles.Select(row => row["label"]).Distinct().Count());
    }

    [Theory]
    [InlineData("place:barnsley", Era.Icb36, "QF7")]
    [InlineData("trust:RFF", Era.Icb36, "QF7")]
    [InlineData("system:qnq", Era.Icb42, "QNQ")]
    [InlineData("system:t6y0w", Era.Icb36, "T6Y0W")]
    public void ASubject_IsShownOnTheNewestMapThatHasIt(string key, Era era, string board)
    {
        var map = Records.Map(Records.Find(key)!)!;

        Assert.Equal((era, board), (map.Era, map.Asked.OdsCode));
    }

    [Fact]
    public void WhatIsNoArea_HasNoMap() => Faults.None(
        from key in (string[])["england", "region:london", "abroad:cardiff", "place:newcastle"]
        where Records.Find(key) is { } subject && Records.Map(subject) is not null
        select key);
}
