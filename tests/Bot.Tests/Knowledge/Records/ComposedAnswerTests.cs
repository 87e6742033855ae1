using Bot.Knowledge.Records;

namespace Bot.Tests.Knowledge.Records;

/// <summary>What the other questions answer, against the data files.</summary>
public sealed class ComposedAnswerTests
{
    [Fact]
    public void Covers_EverySystemOf2018_NamesItsSeedPlaces()
    {
        foreach (var system in Raw.Rows("ics14-places.csv").Where(r => r["seed"] == "yes").GroupBy(r => r["ics"]))
        {
            var visible = Held.Visible(Held.Answer(SystemKey(system.Key), RecordIntent.Covers));
            foreach (var place in system) Assert.Contains(place["place"], visible, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Covers_EveryBoard_ListsItsCouncilAreas()
    {
        string[] types = ["district", "unitary", "metropolitan borough", "London borough"];
        foreach (var board in Raw.Rows("footprints.csv").Where(r => r["era"].Split(';').Contains("icb36")))
        {
            var text = Held.Answer($"system:{board["ods"].ToLowerInvariant()}", RecordIntent.Covers, 2026).ToText();
            foreach (var row in Raw.Rows("places.csv").Where(r => types.Contains(r["type"]) && Raw.Codes(r["icb36"]).Contains(board["ods"])))
                Assert.Contains($"- {row["name"]}", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Partners_EveryFootprintOf2018_ListsEveryPartnerOnItsList()
    {
        var ids = Raw.Rows("footprints.csv").ToDictionary(r => r["id"]);
        foreach (var list in Raw.Rows("partners.csv").Where(r => r["footprint"].StartsWith("stp-2016", StringComparison.Ordinal)).GroupBy(r => r["footprint"]))
        {
            var text = Held.Answer($"system:{ids[list.Key]["ods"].ToLowerInvariant()}", RecordIntent.Partners, 2018).ToText();
            foreach (var partner in list)
                if (!text.Contains(partner["name"].Replace(" CCG", ""), StringComparison.Ordinal)) Assert.Fail($"{list.Key}: {partner["name"]}");
            Assert.Contains(list.First()["as_at"] == "2018-06" ? "June 2018" : "April 2019", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Partners_Today_ListEveryOpenTrustAndCouncil()
    {
        foreach (var board in Raw.Rows("footprints.csv").Where(r => r["era"].Split(';').Contains("icb36")))
        {
            var text = Held.Answer($"system:{board["ods"].ToLowerInvariant()}", RecordIntent.Partners, 2026).ToText();
            foreach (var trust in Raw.Rows("trusts.csv").Where(r => r["icb36"] == board["ods"] && r["to"].Length == 0)) Assert.Contains(trust["name"], text, StringComparison.Ordinal);
            foreach (var council in Raw.Rows("councils.csv").Where(r => Raw.Codes(r["icb36"]).Contains(board["ods"]))) Assert.Contains(council["name"], text, StringComparison.Ordinal);
            Assert.Contains("Primary care networks", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("system:qf7", 2018)]
    [InlineData("system:qvv", 2026)]
    [InlineData("place:leeds", 2021)]
    [InlineData("system:s1y5d", 2026)]
    [InlineData("system:qm7", 2018)]
    [InlineData("trust:RFF", 2026)]
    public void Population_IsTheRecordedOne(string key, int year)
    {
        var map = year switch { 2018 => "stp44", 2021 => "stp42", _ => "icb36" };
        var code = key.StartsWith("system:", StringComparison.Ordinal) ? key[7..].ToUpperInvariant() : map == "stp42" ? "QWO" : "QF7";
        var row = Raw.Rows("footprints.csv").Single(r => r["era"].Split(';').Contains(map) && r["ods"] == code);
        var answer = Held.Answer(key, RecordIntent.Population, year);
        Assert.StartsWith($"About {int.Parse(row["population"], System.Globalization.CultureInfo.InvariantCulture):N0},000 people", answer.Short, StringComparison.Ordinal);
        Assert.Equal(row["population_year"], answer.AsOf);
    }

    [Theory]
    [InlineData("system:qr1", "May 2018")]
    [InlineData("system:qop", "April 2016")]
    [InlineData("system:qf7", "June 2017")]
    [InlineData("system:qkk", "19 June 2019")]
    [InlineData("system:qnx", "May 2020")]
    [InlineData("system:qmm", "December 2020")]
    [InlineData("system:qks", "1 April 2021")]
    public void Status_SaysWhenItWasNamed(string key, string when) => Assert.Contains(when, Held.Answer(key, RecordIntent.Status).Short, StringComparison.Ordinal);

    [Theory]
    [InlineData("system:qop")]
    [InlineData("system:qxu")]
    public void Status_OfADevolutionArea_SaysSo(string key) => Assert.Contains("devolution area", Held.Answer(key, RecordIntent.Status).Short, StringComparison.Ordinal);

    [Theory]
    [InlineData(2016)]
    [InlineData(2017)]
    [InlineData(2018)]
    [InlineData(2019)]
    [InlineData(2020)]
    [InlineData(2021)]
    public void Waves_OfAYear_AreTheRecordedOnes(int year)
    {
        var text = Held.Answer("england", RecordIntent.Waves, year).ToText();
        foreach (var wave in Raw.Rows("waves.csv").Where(r => r["named"].StartsWith($"{year}", StringComparison.Ordinal))) Assert.Contains(wave["name"], text, StringComparison.Ordinal);
    }

    [Fact]
    public void Waves_OfAYearWithout_AreNotHeld() => Assert.IsType<RecordNotHeld>(Held.Ask("england", RecordIntent.Waves, 2024));

    [Fact]
    public void Became_FollowsTheSuccessors()
    {
        foreach (var row in Raw.Rows("footprints.csv").Where(r => r["era"] == "icb42"))
        {
            var visible = Held.Visible(Held.Answer($"system:{row["ods"].ToLowerInvariant()}", RecordIntent.Became));
            foreach (var next in row["successors"].Split(';')) Assert.Contains(Raw.Footprint("icb36", next), visible, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ChangedIn2026_NamesWhatEachNewBoardCameFrom()
    {
        foreach (var row in Raw.Rows("footprints.csv").Where(r => r["era"] == "icb42"))
        {
            foreach (var next in row["successors"].Split(';'))
            {
                var text = Held.Answer($"system:{next.ToLowerInvariant()}", RecordIntent.ChangedIn2026).ToText();
                Assert.Contains(row["name"].Replace("NHS ", "").Replace(" Integrated Care Board", ""), text, StringComparison.Ordinal);
            }
        }

        var unchanged = Raw.Rows("footprints.csv").Where(r => r["era"] == "icb42;icb36").ToArray();
        Assert.Equal(29, unchanged.Length);
        foreach (var row in unchanged) Assert.Contains("went on as before", Held.Answer($"system:{row["ods"].ToLowerInvariant()}", RecordIntent.ChangedIn2026).Short, StringComparison.Ordinal);
    }

    [Fact]
    public void ChangedIn2026_OfADividedTown_SpeaksOfTheTown() =>
        Assert.StartsWith("On 1 April 2026 Aldershot was divided between 2", Held.Answer("place:aldershot", RecordIntent.ChangedIn2026).Short, StringComparison.Ordinal);

    [Fact]
    public void Neighbours_AreTheOthersOfTheRegion()
    {
        var boards = Raw.Rows("footprints.csv").Where(r => r["era"].Split(';').Contains("icb36")).ToArray();
        foreach (var board in boards)
        {
            var text = Held.Answer($"system:{board["ods"].ToLowerInvariant()}", RecordIntent.Neighbours).ToText();
            foreach (var other in boards) Assert.Equal(other["region"] == board["region"] && other != board, text.Contains($"- {other["name"]}", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("system:qf7", 2018)]
    [InlineData("system:qop", 2016)]
    [InlineData("system:qhm", 2020)]
    [InlineData("system:qmm", 2021)]
    public void Ccgs_AreThoseOfTheYearsList(string key, int year)
    {
        var list = year == 2018 ? "2019" : $"{year}";
        var map = year < 2020 ? "stp44" : "stp42";
        var code = key[7..].ToUpperInvariant();
        var names = Raw.Rows("ccgs.csv").Where(r => r["years"].Split(';').Contains(list) && r[map] == code).Select(r => r["name"]).Order(StringComparer.Ordinal).ToArray();
        Assert.NotEmpty(names);
        var section = Assert.Single(Held.Answer(key, RecordIntent.Ccgs, year).Detail, s => s.Title == $"List of {list}");
        Assert.Equal(names, section.Lines.Select(l => l.Replace("clinical commissioning group (CCG)", "CCG")));
    }

    [Fact]
    public void Compare_SetsTwoAreasSideBySide()
    {
        var answer = Assert.IsType<RecordAnswer>(Held.Ask("place:barnsley", RecordIntent.Compare, other: "place:leeds"));
        Assert.Contains(answer.Points, p => p == "Area: NHS South Yorkshire ICB / NHS West Yorkshire ICB");
        Assert.IsType<RecordNotHeld>(Held.Ask("place:barnsley", RecordIntent.Compare));
        Assert.IsType<RecordChoice>(Held.Ask("place:barnsley", RecordIntent.Compare, other: "place:ashford"));
    }

    [Fact]
    public void Trusts_OfABoard_CarryTheFootnote()
    {
        var answer = Held.Answer("system:qhm", RecordIntent.Trusts);
        Assert.Contains("unverified", answer.Footnote, StringComparison.Ordinal);
        foreach (var kind in Raw.Rows("trusts.csv").Where(r => r["icb36"] == "QHM" && r["to"].Length == 0 && r["kind"] != "combined").Select(r => r["kind"]).Distinct())
            Assert.Contains(answer.Points, p => p.StartsWith($"{kind} trusts: ", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(Raw.Rows("trusts.csv").Count(r => r["icb36"] == "QHM" && r["to"].Length == 0), answer.Detail.Sum(s => s.Lines.Count));
    }

    [Fact]
    public void Trusts_OfATrustsCode_SayWhichOneItIs() =>
        Assert.StartsWith("RXL is Blackpool Teaching Hospitals NHS Foundation Trust.", Held.Answer("trust:RXL", RecordIntent.Trusts).Short, StringComparison.Ordinal);

    /// <summary>Central Manchester closed in 2017 and Pennine Acute in 2021, so only one of them belongs to 2018.</summary>
    [Fact]
    public void Trusts_OfAYear_AreThoseThatWereOpen()
    {
        var open = Raw.Rows("trusts.csv").Where(r => r["stp44"] == "QOP" && (r["from"].Length == 0 || string.CompareOrdinal(r["from"], "2018-05-01") <= 0) && (r["to"].Length == 0 || string.CompareOrdinal(r["to"], "2018-05-01") >= 0)).ToArray();
        var answer = Held.Answer("system:qop", RecordIntent.Trusts, 2018);
        Assert.Equal(open.Length, answer.Detail.Sum(s => s.Lines.Count));
        Assert.StartsWith($"In May 2018 the Greater Manchester area had {open.Length} NHS trusts", answer.Short, StringComparison.Ordinal);
        Assert.DoesNotContain("Central Manchester", answer.ToText(), StringComparison.Ordinal);
        Assert.Contains("Pennine Acute Hospitals NHS Trust (RW6), closed on ", answer.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void SharesThatDoNotMakeUpTheWhole_AreGivenEach() =>
        Assert.Contains("About 91% of North Yorkshire's residents are in the NHS Humber and North Yorkshire Integrated Care Board (ICB) area, as at July 2026. About 8% are in NHS West Yorkshire ICB.", Held.Answer("place:north-yorkshire", RecordIntent.WhichFootprint).Short, StringComparison.Ordinal);

    /// <summary>The council areas of today did not exist then, so the published list answers.</summary>
    [Fact]
    public void Councils_Of2018_AreThoseOfThePublishedList()
    {
        var answer = Held.Answer("system:qvv", RecordIntent.Councils, 2018);
        Assert.Equal(Raw.Rows("partners.csv").Where(r => r["footprint"] == "stp-2016-dorset" && r["kind"] == "local authority").Select(r => r["name"]).Order(StringComparer.Ordinal), answer.Points);
        Assert.Equal("April 2019", answer.AsOf);
        Assert.Contains("Its board today is the NHS Dorset", answer.Short, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("place:craven")]
    [InlineData("place:cumbria")]
    public void AnAreaThatWasDividedBefore2026_IsNotSaidToBeDividedThen(string key)
    {
        var text = Held.Visible(Held.Answer(key, RecordIntent.WhichFootprint));
        Assert.DoesNotContain("divided in April 2026", text, StringComparison.Ordinal);
        Assert.Contains("lies in 2 integrated care board (ICB) areas", text, StringComparison.Ordinal);
    }

    /// <summary>Royal Brompton's patients did not move to South East London with its head office.</summary>
    [Fact]
    public void AClosedTrust_IsFollowedToItsSuccessorsHeadOffice_AndItsAreaIsNotMoved()
    {
        var text = Held.Visible(Held.Answer("trust:RT3", RecordIntent.WhichFootprint));
        Assert.Contains("That trust is based in the NHS South East London", text, StringComparison.Ordinal);
        Assert.Contains("South East London ICB, through its successor", text, StringComparison.Ordinal);
        Assert.DoesNotContain("by descent of the area", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Partners_OfAClosedTrust_NameItsSuccessorFirst() =>
        Assert.StartsWith("Burton Hospitals closed on 30 June 2018. Its successor is University Hospitals of Derby and Burton.", Held.Answer("trust:RJF", RecordIntent.Partners).Short, StringComparison.Ordinal);

    [Fact]
    public void Partners_OfAnAmbulanceTrust_SayThatItServesSeveralAreas() =>
        Assert.Contains("An ambulance trust serves several areas", Held.Answer("trust:RX9", RecordIntent.Partners).Footnote, StringComparison.Ordinal);

    [Fact]
    public void Population_OfThePast_NamesTodaysCountToo()
    {
        var answer = Held.Answer("system:qf7", RecordIntent.Population, 2018);
        Assert.Contains("The NHS South Yorkshire integrated care board (ICB) area had about 1,375,000 (Census 2021).", answer.Short, StringComparison.Ordinal);
        Assert.DoesNotContain("earlier footprint", answer.Short, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEnlargedBoard_IsMarkedInTheChain() =>
        Assert.Contains("Since April 2026: NHS Hampshire and Isle of Wight ICB, enlarged", Held.Answer("place:isle-of-wight", RecordIntent.WhichFootprint).Points);

    [Fact]
    public void Region_NamesItsBoards_AndOtherwiseOffersThem()
    {
        Assert.Contains("West and North London", Held.Answer("region:london", RecordIntent.WhichFootprint).Short, StringComparison.Ordinal);
        Assert.Equal(4, Assert.IsType<RecordChoice>(Held.Ask("region:london", RecordIntent.Partners)).Options.Count);
    }

    private static string SystemKey(string name)
    {
        var row = Raw.Rows("footprints.csv").Single(r => r["era"] == "ics14" && r["name"] == name);
        var small = name is "Berkshire West" or "Buckinghamshire" or "Blackpool and Fylde Coast";
        return small ? $"system:{Raw.Slug(name)}" : $"system:{row["ods"].ToLowerInvariant()}";
    }
}
