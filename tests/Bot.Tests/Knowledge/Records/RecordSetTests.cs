using Bot.Knowledge.Records;

namespace Bot.Tests.Knowledge.Records;

public sealed class RecordSetTests
{
    [Theory]
    [InlineData(Era.Stp44, 44)]
    [InlineData(Era.Stp42, 42)]
    [InlineData(Era.Icb42, 42)]
    [InlineData(Era.Icb36, 36)]
    public void EachMap_HasItsFootprints(Era era, int count)
    {
        Assert.Equal(count, Held.Book.Set.In(era).Count());
        Assert.Equal(count, Raw.Rows("footprints.csv").Count(r => r["era"].Split(';').Contains(era.ToString().ToLowerInvariant())));
    }

    [Fact]
    public void Systems2018_Are14_ThreeSmallerThanTheirFootprint()
    {
        Assert.Equal(14, Held.Book.Set.Systems2018.Count);
        Assert.Equal(["Berkshire West", "Blackpool and Fylde Coast", "Buckinghamshire"], Held.Book.Set.Systems2018.Where(s => !s.Whole).Select(s => s.Name).Order());
        Assert.Equal(["Greater Manchester", "Surrey Heartlands"], Held.Book.Set.Systems2018.Where(s => s.Devolution).Select(s => s.Name).Order());
    }

    [Fact]
    public void TrustsOpenInJuly2026_Are202() => Assert.Equal(202, Held.Book.Set.Trusts.Count(t => t.IsOpenNow));

    [Theory]
    [InlineData(Era.Stp44, 241)]
    [InlineData(Era.Stp42, 219)]
    [InlineData(Era.Icb42, 213)]
    [InlineData(Era.Icb36, 203)]
    public void Trusts_HaveOneHomeOnEachMap(Era era, int count) => Assert.Equal(count, Held.Book.Set.Trusts.Count(t => t.Homes.Has(era)));

    [Fact]
    public void Populations_AddUpToEngland()
    {
        int Sum(Era era) => Held.Book.Set.In(era).Sum(f => f.Population ?? 0) / 1000;
        Assert.InRange(Sum(Era.Stp42), 56_540, 56_560);
        Assert.InRange(Sum(Era.Icb42), 56_480, 56_500);
        Assert.InRange(Sum(Era.Icb36), 56_480, 56_500);
    }

    [Fact]
    public void Files_StayUnder600Kilobytes() => Assert.InRange(new DirectoryInfo(Raw.Folder).EnumerateFiles().Sum(f => f.Length), 200_000, 600_000);
}
