using System.Text.Json;
using Bot.Tests.Support;

namespace Bot.Tests.Whole;

public sealed class AskingTheRecords
{
    [Theory]
    // two at once
    [InlineData("Which footprints are Leeds and York in?", "Leeds and York: footprints then and now", "West Yorkshire", "Humber and North Yorkshire")]
    [InlineData("Leeds and Bradford", "Leeds and Bradford: footprints then and now", "both in the NHS West Yorkshire")]
    // unclear which
    [InlineData("is Bradford in Leeds or York", "Choose which area you mean", "Choose one")]
    [InlineData("which ICS is Newcastle in", "Newcastle: several places", "could mean 2 places")]
    // outside England
    [InlineData("which ICS is Cardiff in", "Cardiff: not covered here", "Cardiff is in Wales", "Ask the local health board")]
    [InlineData("what footprint is Glasgow in", "Glasgow: not covered here", "Glasgow is in Scotland")]
    [InlineData("which icb covers Belfast", "Belfast: not covered here", "Northern Ireland", "health and social care trust")]
    // not known, not given, not held
    [InlineData("which ICS is Atlantis in", "A name that is not known here", "called Atlantis", "Check the spelling")]
    [InlineData("Which STP covers Qwghlm?", "A name that is not known here", "called Qwghlm", "Ask your trust secretary")]
    [InlineData("which footprint is in?", "Your footprint: how to find the board for a place or trust", "Type the name of your town")]
    [InlineData("S75 2EP", "Postcodes are not held here", "did not keep yours", "town, council or trust")]
    [InlineData("which ICS is SW1A 1AA", "Postcodes are not held here", "did not keep yours")]
    [InlineData("Barnsley S75 2EP, which footprint?", "Barnsley: footprint then and now", "I dropped the postcode", "South Yorkshire")]
    [InlineData("which ICB is DN22 in", "Postcodes are not held here", "a part of one")]
    [InlineData("what footprint is my postcode", "Postcodes are not held here", "town, council or trust")]
    [InlineData("which board is Isle of Man in", "Isle of Man: not covered here", "The Isle of Man is outside England")]
    [InlineData("which ICB is Leeds, Cardiff and York in", "Leeds and York: footprints then and now", "England only: Cardiff")]
    // codes and short names
    [InlineData("ccg 02P", "NHS Barnsley CCG: footprint then and now", "South Yorkshire")]
    [InlineData("which ICB is 00L in", "NHS Northumberland CCG: footprint then and now", "North East and North Cumbria")]
    [InlineData("Herts footprint", "Hertfordshire: footprint then and now", "Central East")]
    [InlineData("which ICB is Notts in", "Nottinghamshire: footprint then and now", "Nottingham and Nottinghamshire")]
    [InlineData("East Riding", "East Riding of Yorkshire: footprint then and now", "Humber and North Yorkshire")]
    [InlineData("Which ICB is Waveney in?", "Great Yarmouth and Waveney: footprint then and now", "Norfolk and Suffolk")]
    [InlineData("which ICB is London Ambulance in", "London Ambulance Service NHS Trust: footprint then and now", "serves several areas")]
    [InlineData("what happened to Colchester Hospital", "East Suffolk and North Essex NHS Foundation Trust", "formerly Colchester Hospital University")]
    [InlineData("what trust is RXL", "Blackpool Teaching Hospitals: NHS trusts", "RXL is Blackpool Teaching Hospitals")]
    [InlineData("which mental health trusts are in Norfolk and Suffolk ICB", "Norfolk and Suffolk: NHS trusts", "Mental health trusts: Norfolk and Suffolk NHS Foundation Trust", "our own sorting")]
    [InlineData("which local authorities were in the Dorset STP", "Dorset: councils", "In April 2019", "Bournemouth Borough Council")]
    [InlineData("population of Barnsley", "Barnsley: population of the area", "Census 2021", "Barnsley itself is not counted here")]
    [InlineData("voluntary organisations in Dorset STP", "Dorset: key partners", "voluntary groups are not held")]
    [InlineData("lineage of Kent and Medway", "Kent and Medway: what became of it", "STP footprint")]
    [InlineData("what changed in April 2026", "ICB mergers of 1 April 2026", "12 integrated care boards")]
    [InlineData("what happened to Pennine Acute", "Pennine Acute Hospitals: what became of it", "closed on", "Those trusts are based in")]
    [InlineData("which ICB covers Chepstow", "Chepstow: not covered here", "Chepstow is in Wales")]
    [InlineData("neighbours of Dorset in 2018", "Dorset: others in the region", "the Dorset footprint shared the South region")]
    [InlineData("compare Barnsley with Dorset", "The areas of Barnsley and Dorset compared", "NHS South Yorkshire ICB / NHS Dorset ICB")]
    // closed, straddling, unverified
    [InlineData("which ICS is Camden and Islington NHS Foundation Trust in", "footprint", "closed on", "North London NHS Foundation Trust")]
    [InlineData("which footprint is Slough in", "Slough: footprint then and now", "Frimley Health")]
    [InlineData("which footprint is Waverley in", "Waverley: footprint then and now", "% ")]
    // England as a whole
    [InlineData("which ICSs joined in 2020", "Integrated care systems named in 2020", "15 areas")]
    [InlineData("list the 42 ICBs", "The 42 integrated care boards of July 2022", "and 34 more")]
    [InlineData("list the 36 boards", "The 36 integrated care boards of April 2026", "and 28 more")]
    [InlineData("list the 44 footprints", "The 44 footprints of March 2016", "and 36 more")]
    [InlineData("which four ICSs were added in May 2020", "The 18, then 29 integrated care systems of 2020", "Sussex")]
    // slips
    [InlineData("which ics is barnsly in", "Barnsley: footprint then and now", "South Yorkshire")]
    [InlineData("what stp was bath and north esat somerset in", "Bath and North East Somerset: footprint then and now", "Swindon")]
    [InlineData("which footprint is Leeds in", "Leeds: footprint then and now", "West Yorkshire")]
    public async Task AQuestion_GetsAKindCard(string question, string heading, params string[] words)
    {
        var card = await (await SharedGuide.Instance).AskAsync(question);

        Assert.Contains(heading, string.Join('\n', CardReading.Headings(card)), StringComparison.Ordinal);
        var text = CardReading.VisibleText(card);
        Assert.All(words, word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnUnknownName_IsShownAsItWasTyped_WithoutItsMarkup()
    {
        var card = await (await SharedGuide.Instance).AskAsync("which ICS is Zzyzx*[b](http://x.example) in");

        Assert.DoesNotContain("](http", card.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AList_HoldsTheRestBehindTheButton()
    {
        var card = await (await SharedGuide.Instance).AskAsync("list the 36 boards");

        var hidden = CardReading.HiddenText(card);
        Assert.Contains("NHS Thames Valley", hidden, StringComparison.Ordinal);
        Assert.Equal(36, hidden.Split("NHS ").Length - 2);
    }

    [Fact]
    public async Task CopyAsText_SendsTheAnswerWithItsSources()
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New();
        var card = await guide.AskAsync("Which footprints are Leeds and York in?", person);

        var response = await guide.PressAsync(person, CardReading.Button(card, "Copy as text"));

        Assert.StartsWith("The text is below.", response.GetProperty("value").GetString(), StringComparison.Ordinal);
        var sent = Assert.Single(await guide.SentToAsync(person, 1));
        Assert.Equal("plain", sent.GetProperty("textFormat").GetString());
        var text = sent.GetProperty("text").GetString()!;
        Assert.StartsWith("Leeds and York: footprints then and now\n", text, StringComparison.Ordinal);
        Assert.Contains("Sources:\n- [1] ", text, StringComparison.Ordinal);
        Sourced(sent.GetProperty("entities"), text);
        Assert.DoesNotContain("ODS-ICB26", text, StringComparison.Ordinal);
        Assert.Contains("OGL v3.0", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CopyAsText_OfAButtonThatIsNotOurs_SaysSo()
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New();
        var button = CardReading.Button(await guide.AskAsync("which footprint is Leeds in", person), "Copy as text").GetRawText();

        using var forged = JsonDocument.Parse(button.Replace("place:leeds", "place:nowhere+x", StringComparison.Ordinal));
        var response = await guide.PressAsync(person, forged.RootElement);

        Assert.StartsWith("That answer is no longer here.", response.GetProperty("value").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    // One entity, no mark of generated content, and a claim for every number in the text.
    private static void Sourced(JsonElement entities, string text)
    {
        var message = Assert.Single(entities.EnumerateArray());
        Assert.Equal("https://schema.org/Message", message.GetProperty("type").GetString());
        Assert.False(message.TryGetProperty("additionalType", out _));
        var claims = message.GetProperty("citation").EnumerateArray().ToArray();
        Assert.InRange(claims.Length, 1, 20);
        for (var i = 0; i < claims.Length; i++)
        {
            var shown = claims[i].GetProperty("appearance");
            Assert.Equal(i + 1, claims[i].GetProperty("position").GetInt32());
            Assert.Contains($"[{i + 1}] ", text, StringComparison.Ordinal);
            Assert.InRange(shown.GetProperty("name").GetString()!.Length, 1, 80);
            Assert.InRange(shown.GetProperty("abstract").GetString()!.Length, 1, 160);
        }
    }
}
