using Bot.Knowledge.Records;

namespace Bot.Tests.Knowledge.Records;

public sealed class WhichFootprintTests
{
    /// <summary>Every row of places.csv that leads its name.</summary>
    [Fact]
    public void EveryPlace_NamesItsFootprintsOf2018AndToday()
    {
        var order = new[] { "former CCG area", "county", "town", "area named in ICS list" };
        var shared = Raw.Rows("bearers.csv").Select(r => Raw.Slug(r["name"])).ToHashSet();
        var failed = new List<string>();
        foreach (var name in Raw.Rows("places.csv").GroupBy(r => Raw.Slug(r["name"])).Where(g => !shared.Contains(g.Key)))
        {
            var visible = Held.Visible(Held.Answer($"place:{name.Key}", RecordIntent.WhichFootprint));
            foreach (var map in new[] { "stp44", "icb36" })
            {
                var row = name.Where(r => r[map].Length > 0).OrderBy(r => Array.IndexOf(order, r["type"])).FirstOrDefault();
                if (row is null) continue;
                var missing = Raw.Codes(row[map]).Select(c => Raw.Footprint(map, c)).Where(f => !visible.Contains(f, StringComparison.Ordinal)).ToArray();
                if (missing.Length > 0) failed.Add($"{name.Key} {map}: {string.Join("; ", missing)}");
            }
        }

        Assert.Empty(failed);
    }

    [Fact]
    public void EverySharedName_OffersItsBearers_AndEachHasAnAnswer()
    {
        foreach (var shared in Raw.Rows("bearers.csv").GroupBy(r => r["name"]).Where(g => g.Count() > 1))
        {
            var choice = Assert.IsType<RecordChoice>(Held.Ask($"place:{Raw.Slug(shared.Key)}", RecordIntent.WhichFootprint));
            Assert.Equal(shared.Select(r => r["label"]), choice.Options.Select(o => o.Label));
            foreach (var option in choice.Options) Assert.NotEmpty(Held.Visible(Held.Ask(option.Key, RecordIntent.WhichFootprint)));
        }
    }

    /// <summary>Rows of places.csv with a shared name are within one of its bearers.</summary>
    [Fact]
    public void EverySharedName_KeepsAllFootprintsOfItsRows()
    {
        var shared = Raw.Rows("bearers.csv").ToLookup(r => Raw.Slug(r["name"]));
        foreach (var row in Raw.Rows("places.csv").Where(r => shared.Contains(Raw.Slug(r["name"])) && r["icb36"].Length > 0))
        {
            var choice = Assert.IsType<RecordChoice>(Held.Ask($"place:{Raw.Slug(row["name"])}", RecordIntent.WhichFootprint));
            var seen = string.Join('\n', choice.Options.Select(o => Held.Visible(Held.Ask(o.Key, RecordIntent.WhichFootprint))));
            foreach (var code in Raw.Codes(row["icb36"])) Assert.Contains(Raw.Footprint("icb36", code), seen, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void EveryTrust_NamesItsFootprintsAndSuccessor()
    {
        foreach (var row in Raw.Rows("trusts.csv"))
        {
            var visible = Held.Visible(Held.Answer($"trust:{row["code"]}", RecordIntent.WhichFootprint));
            foreach (var map in new[] { "stp44", "icb36" }.Where(m => row[m].Length > 0))
                Assert.Contains(Raw.Footprint(map, row[map]), visible, StringComparison.Ordinal);
            if (row["to"].Length == 0 || string.CompareOrdinal(row["to"], "2026-07-02") > 0) continue;
            foreach (var code in row["successors"].Split(';'))
            {
                var name = Raw.Rows("trusts.csv").Single(r => r["code"] == code)["name"];
                Assert.Contains(name.Replace(" NHS Foundation Trust", "").Replace(" NHS Trust", ""), visible, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void EveryFormerCcg_NamesItsFootprints()
    {
        foreach (var row in Raw.Rows("ccgs.csv"))
        {
            var visible = Held.Visible(Held.Answer($"ccg:{row["code"]}", RecordIntent.WhichFootprint));
            foreach (var map in new[] { "stp44", "stp42", "icb36" }.Where(m => row[m].Length > 0))
                Assert.Contains(Raw.Footprint(map, row[map]), visible, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("place:newbury", "Berkshire West")]
    [InlineData("place:reading", "Berkshire West")]
    [InlineData("place:wokingham", "Berkshire West")]
    [InlineData("place:slough", "Frimley Health")]
    [InlineData("place:surrey-heath", "Frimley Health")]
    [InlineData("place:aldershot", "Frimley Health")]
    [InlineData("place:harrogate", "West Yorkshire and Harrogate")]
    [InlineData("place:blackpool", "Blackpool and Fylde Coast")]
    [InlineData("place:fylde", "Blackpool and Fylde Coast")]
    [InlineData("place:fylde-and-wyre", "Blackpool and Fylde Coast")]
    [InlineData("place:milton-keynes", "Luton, with Milton Keynes and Bedfordshire")]
    [InlineData("place:barnsley", "South Yorkshire and Bassetlaw")]
    [InlineData("place:ipswich", "Suffolk and North East Essex")]
    [InlineData("place:whitehaven", "West, North and East Cumbria")]
    [InlineData("place:greater-nottingham", "Nottinghamshire")]
    [InlineData("place:salford", "Greater Manchester")]
    [InlineData("place:weymouth", "Dorset")]
    [InlineData("place:guildford", "Surrey Heartlands")]
    [InlineData("place:stroud", "Gloucestershire")]
    [InlineData("system:buckinghamshire", "Buckinghamshire")]
    [InlineData("trust:RHW", "Berkshire West")]
    [InlineData("trust:RXL", "Blackpool and Fylde Coast")]
    [InlineData("ccg:15A", "Berkshire West")]
    public void APlaceOfASystemOf2018_NamesTheSystem(string key, string system)
    {
        Assert.Contains(Raw.Rows("ics14-places.csv"), r => r["ics"] == system);
        var text = Held.Answer(key, RecordIntent.WhichFootprint).Short;
        Assert.Contains(system, text, StringComparison.Ordinal);
        Assert.Contains("first 14 integrated care systems (ICSs)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("place:leicester")]
    [InlineData("place:oxford")]
    [InlineData("place:preston")]
    [InlineData("place:camden")]
    public void AnotherPlace_IsNotPutIntoASystemOf2018(string key) =>
        Assert.DoesNotContain("first 14", Held.Answer(key, RecordIntent.WhichFootprint).Short, StringComparison.Ordinal);

    /// <summary>Richmond left the area that its STP became, so that area's date is not said of it.</summary>
    [Fact]
    public void APlaceThatMoved_NamesTheNextFootprint() =>
        Assert.Contains("Its next footprint, Humber, Coast and Vale, became an", Held.Answer("place:richmond-north-yorkshire", RecordIntent.WhichFootprint).Short, StringComparison.Ordinal);

    [Theory]
    [InlineData("system:s9b9j")]
    [InlineData("system:t6y0w")]
    [InlineData("system:z9b2z")]
    public void ABoardMadeFromSeveralAreas_IsNotPutIntoOneSystemOf2018(string key)
    {
        Assert.DoesNotContain("first 14", Held.Answer(key, RecordIntent.WhichFootprint).Short, StringComparison.Ordinal);
        Assert.DoesNotContain("In May 2018", Held.Answer(key, RecordIntent.Covers).Short, StringComparison.Ordinal);
    }

    [Fact]
    public void AStraddlingPlace_SaysSoWithShares()
    {
        var answer = Held.Answer("place:hart", RecordIntent.WhichFootprint);
        var shares = Raw.Rows("places.csv").Single(r => r["name"] == "Hart")["stp44"];
        Assert.Equal("QNQ:75;QRL:25", shares);
        Assert.Contains("Frimley Health (about 75%) and Hampshire and the Isle of Wight (about 25%)", answer.Short, StringComparison.Ordinal);
        Assert.StartsWith("Shares are of residents", answer.Footnote, StringComparison.Ordinal);
    }

    [Fact]
    public void ACountyWithTheNameOfABoard_KeepsItsOwnBorder() =>
        Assert.Contains("Hertfordshire and West Essex (STP or ICS footprint): about 21%", Held.Answer("system:d7t5g", RecordIntent.WhichFootprint).ToText(), StringComparison.Ordinal);

    [Theory]
    [InlineData(2017, "In 2017 Barnsley was in South Yorkshire and Bassetlaw")]
    [InlineData(2018, "In May 2018 Barnsley was in South Yorkshire and Bassetlaw")]
    [InlineData(2021, "In 2021 Barnsley was in South Yorkshire and Bassetlaw")]
    [InlineData(2022, "From 1 July 2022 Barnsley was in the NHS South Yorkshire")]
    [InlineData(2026, "Barnsley is in the NHS South Yorkshire")]
    public void AYear_LeadsTheAnswer(int year, string start) =>
        Assert.StartsWith(start, Held.Answer("place:barnsley", RecordIntent.WhichFootprint, year).Short, StringComparison.Ordinal);

    [Fact]
    public void AYearBeforeTheRecords_IsNotHeld() => Assert.IsType<RecordNotHeld>(Held.Ask("place:barnsley", RecordIntent.WhichFootprint, 2012));

    [Theory]
    [InlineData("abroad:cardiff", "Wales")]
    [InlineData("abroad:glasgow", "Scotland")]
    [InlineData("abroad:belfast", "Northern Ireland")]
    [InlineData("abroad:newport-wales", "Wales")]
    public void APlaceOutsideEngland_IsDeclinedKindly(string key, string nation)
    {
        var text = Assert.IsType<RecordNotHeld>(Held.Ask(key, RecordIntent.WhichFootprint)).Text;
        Assert.Contains(nation, text, StringComparison.Ordinal);
        Assert.Contains("England only", text, StringComparison.Ordinal);
    }
}
