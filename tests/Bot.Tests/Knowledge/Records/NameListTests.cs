using Bot.Knowledge.Records;

namespace Bot.Tests.Knowledge.Records;

public sealed class NameListTests
{
    private static readonly ILookup<string, RecordName> Names = Held.Book.Names.ToLookup(n => n.Surface, StringComparer.OrdinalIgnoreCase);

    // As an engine reads them: hyphens, commas and stops part words as blanks do.
    private static readonly ILookup<string, RecordName> Folded = Held.Book.Names.ToLookup(n => Raw.Slug(n.Surface));

    [Fact]
    public void EveryKey_IsFound() => Assert.All(Held.Book.Names.Select(n => n.Key).Distinct(), k => Assert.NotNull(Held.Book.Find(k)));

    [Fact]
    public void EverySurface_StandsOnce_OrForCodesAndTrusts() =>
        Assert.All(Names.Where(g => g.Count() > 1), g => Assert.Contains(g, n => n.Kind == "trust"));

    [Fact]
    public void EveryTrust_IsKnownByNameFormerNameAndCode()
    {
        foreach (var row in Raw.Rows("trusts.csv"))
        {
            Assert.Contains(Names[row["code"]], n => n.Key == $"trust:{row["code"]}");
            Assert.Contains(Names[row["name"]], n => n.Key == $"trust:{row["code"]}");
            foreach (var former in row["former"].Split(';', StringSplitOptions.RemoveEmptyEntries)) Assert.NotEmpty(Names[former.Split('|')[0]]);
            foreach (var alias in row["aliases"].Split(';', StringSplitOptions.RemoveEmptyEntries)) Assert.NotEmpty(Names[alias]);
        }
    }

    [Fact]
    public void EveryPlaceCouncilAndCcg_IsKnown()
    {
        foreach (var row in Raw.Rows("places.csv").Concat(Raw.Rows("councils.csv"))) Assert.NotEmpty(Folded[Raw.Slug(row["name"])]);
        foreach (var row in Raw.Rows("ccgs.csv")) Assert.Contains(Folded[Raw.Slug(row["name"])], n => Raw.Rows("ccgs.csv").Any(c => n.Key == $"ccg:{c["code"]}" && c["name"] == row["name"]));
    }

    [Fact]
    public void EveryFootprint_IsKnownByNameAliasAndCode()
    {
        foreach (var row in Raw.Rows("footprints.csv"))
        {
            foreach (var name in row["aliases"].Split(';', StringSplitOptions.RemoveEmptyEntries).Append(row["name"].Replace("(", "").Replace(")", "")).Append(row["ods"]))
                Assert.Contains(Folded[Raw.Slug(name)], n => n.Kind == "system");
        }
    }

    [Theory]
    [InlineData("NHS South Yorkshire ICB", "system:qf7")]
    [InlineData("South Yorkshire and Bassetlaw", "system:qf7")]
    [InlineData("Dorset", "system:qvv")]
    [InlineData("Berkshire West", "system:berkshire-west")]
    [InlineData("Buckinghamshire", "system:buckinghamshire")]
    [InlineData("Surrey Heartlands", "system:qxu")]
    [InlineData("Stoke-on-Trent", "place:stoke-on-trent")]
    [InlineData("Stratford-on-Avon", "place:stratford-on-avon")]
    [InlineData("Kings Lynn", "place:kings-lynn")]
    [InlineData("Saint Albans", "place:st-albans")]
    [InlineData("Burton", "place:burton-on-trent")]
    [InlineData("Newcastle", "place:newcastle")]
    [InlineData("Barnsley Hospital", "trust:RFF")]
    [InlineData("Barnsley Hospital Foundation Trust", "trust:RFF")]
    [InlineData("University Hospitals Bristol", "trust:RA7")]
    [InlineData("Addenbrooke's", "trust:RGT")]
    [InlineData("Southern Health", "trust:RW1")]
    [InlineData("London", "region:london")]
    [InlineData("Cardiff", "abroad:cardiff")]
    [InlineData("Ashford, Surrey", "place:ashford-surrey")]
    public void AWayOfWriting_LeadsToItsKey(string surface, string key) => Assert.Contains(Names[surface], n => n.Key == key);

    [Theory]
    [InlineData("Reading", true)]
    [InlineData("Bath", true)]
    [InlineData("Rye", true)]
    [InlineData("Imperial", true)]
    [InlineData("REF", true)]
    [InlineData("Online", true)]
    [InlineData("Poole", false)]
    [InlineData("Barnet", false)]
    [InlineData("Leeds", false)]
    [InlineData("Bath and North East Somerset", false)]
    public void OnlySingleOrdinaryWords_AreMarked(string surface, bool ordinary) => Assert.All(Names[surface], n => Assert.Equal(ordinary, n.Ordinary));

    [Fact]
    public void Kinds_AreTheAgreedOnes() =>
        Assert.Equal(["abroad", "place", "region", "system", "trust"], Held.Book.Names.Select(n => n.Kind).Distinct().Order());

    [Fact]
    public void ATrustThatIsOnlyAnArea_KeepsItsLegalForm()
    {
        Assert.DoesNotContain(Names["Stockport"], n => n.Kind == "trust");
        Assert.DoesNotContain(Names["The Rotherham"], n => n.Kind == "trust");
        Assert.Contains(Names["Airedale"], n => n.Key == "trust:RCF");
    }
}
