using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Tests.Support;

namespace Bot.Tests.Whole;

public sealed class ActingForATrust
{
    private const string Barnsley = "Barnsley Hospital NHS Foundation Trust";
    private const string Asks = "Choose your trust";

    [Theory]
    [InlineData("my trust is Barnsley Hospital")]
    [InlineData("My trust is Barnsley Hospital NHS Foundation Trust.")]
    [InlineData("our trust is barnsly hospital")]
    [InlineData("I'm with RFF")]
    [InlineData("I’m with Barnsley Hospital")]
    [InlineData("we are at Barnsley Hospital")]
    [InlineData("I am a governor at Barnsley Hospital")]
    [InlineData("I am a public governor of Barnsley Hospital")]
    [InlineData("change my trust to Barnsley Hospital")]
    [InlineData("switch to Barnsley Hospital")]
    public async Task ATrustThatIsTyped_IsRemembered(string sentence)
    {
        var (guide, person) = (await SharedGuide.Instance, Person.New());

        Assert.Contains($"Your trust is {Barnsley}.", Text(await guide.AskAsync(sentence, person)), StringComparison.Ordinal);
        Assert.Contains($"Your trust is {Barnsley}.", Text(await guide.AskAsync("which trust am I with?", person)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATrustThatSharesItsNameWithAnArea_IsTakenAtItsWord()
    {
        var guide = await SharedGuide.Instance;

        Assert.Contains("Your trust is Frimley Health NHS Foundation Trust.", Text(await guide.AskAsync("my trust is Frimley Health", Person.New())), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("what's our footprint?", "Barnsley Hospital NHS Foundation Trust: footprint then and now", "South Yorkshire")]
    [InlineData("who are our partners?", "Barnsley Hospital: key partners", "other NHS trusts")]
    [InlineData("who are our key partners", "Barnsley Hospital: key partners", "Local authorities")]
    [InlineData("what became of our STP?", "Barnsley Hospital: what became of it", "South Yorkshire and Bassetlaw")]
    [InlineData("what happened to our ICS", "Barnsley Hospital: what became of it", "South Yorkshire")]
    [InlineData("which ICB are we in?", "Barnsley Hospital NHS Foundation Trust: footprint then and now", "South Yorkshire")]
    [InlineData("what is our ICS", "Barnsley Hospital NHS Foundation Trust: footprint then and now", "South Yorkshire")]
    [InlineData("what's our board called now", "Barnsley Hospital NHS Foundation Trust: footprint then and now", "South Yorkshire")]
    [InlineData("what's my board", "Barnsley Hospital NHS Foundation Trust: footprint then and now", "South Yorkshire")]
    [InlineData("which STP were we in", "Barnsley Hospital NHS Foundation Trust: footprint then and now", "South Yorkshire and Bassetlaw")]
    [InlineData("What is my trust's footprint and who are the key partners?", "Barnsley Hospital: key partners", "South Yorkshire")]
    [InlineData("compare us with West Yorkshire", "The areas of Barnsley Hospital and West Yorkshire compared", "NHS West Yorkshire ICB")]
    [InlineData("what is the difference between our ICB and Devon", "The areas of Barnsley Hospital and Devon compared", "NHS Devon ICB")]
    [InlineData("compare Dorset with our footprint", "The areas of Dorset and Barnsley Hospital compared", "NHS Dorset ICB")]
    [InlineData("did our board change in April", null, "South Yorkshire")]
    [InlineData("which councils are in our ICB", null, "Doncaster")]
    [InlineData("how many people live in our area", null, "South Yorkshire")]
    public async Task MyOurAndWe_MeanTheTrust(string question, string? heading, string holds)
    {
        var guide = await SharedGuide.Instance;
        var person = await MemberAsync(guide);

        var card = await guide.AskAsync(question, person);

        if (heading is not null)
            Assert.Equal(heading, CardReading.Heading(card));
        Assert.Contains($"For your trust, {Barnsley}", Text(card), StringComparison.Ordinal);
        Assert.Contains(holds, Text(card), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("can our trust just say no to working in the STP?")]
    [InlineData("our chief exec says we're becoming an ICS - what does that actually mean for the organisations in it?")]
    [InlineData("What does my trust put into the STP/ICS, and what does that do to plans already in place?")]
    [InlineData("so if it all goes wrong is our board still on the hook or is it the STP?")]
    [InlineData("how do we hold our board to account")]
    [InlineData("what is our system control total")]
    [InlineData("are our partners allowed to overrule us")]
    [InlineData("what is our trust's role in the ICS")]
    [InlineData("what is an ICS")]
    [InlineData("who is on our board")]
    [InlineData("what is our board's role in the STP")]
    [InlineData("I live in my town of Leeds, what is my ICS")]
    [InlineData("what is my ICS calendar file")]
    public async Task AGeneralQuestion_StaysGeneral(string question)
    {
        var guide = await SharedGuide.Instance;
        var person = await MemberAsync(guide);

        var (known, stranger) = (await guide.AskAsync(question, person), await guide.AskAsync(question));

        Assert.Equal(Text(stranger), Text(known));
        Assert.NotEqual(Asks, CardReading.Heading(known));
        Assert.DoesNotContain(Barnsley, Text(known), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutATrust_TheCardAsks_AndAnswersAtOnceAfterChoosing()
    {
        var (guide, person) = (await SharedGuide.Instance, Person.New());

        var asks = await guide.AskAsync("who are our partners?", person);
        var replaced = await guide.PressAsync(person, Chosen(asks, "RFF"));

        Assert.Equal(Asks, CardReading.Heading(asks));
        Assert.Equal(AdaptiveCard.ContentType, replaced.GetProperty("type").GetString());
        Assert.Contains($"Your trust is {Barnsley}.", Text(replaced.GetProperty("value")), StringComparison.Ordinal);
        var answer = GuideOnKestrel.CardOf(Assert.Single(await guide.SentToAsync(person, 1)));
        Assert.Equal("Barnsley Hospital: key partners", CardReading.Heading(answer));
    }

    [Fact]
    public async Task AsSubmit_TheAnswerIsTheReply()
    {
        var (guide, person) = (await SharedGuide.Instance, Person.New());
        var asks = await guide.AskAsync("what's our footprint?", person);

        var answer = GuideOnKestrel.CardOf(Assert.Single(await guide.PostForRepliesAsync(person.Submits(Chosen(asks, "RFF")))));

        Assert.Equal("Barnsley Hospital NHS Foundation Trust: footprint then and now", CardReading.Heading(answer));
        Assert.Contains($"Your trust is now {Barnsley}.", Text(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Barnsley Hospital")]
    [InlineData("RFF")]
    [InlineData("my trust is Barnsley Hospital")]
    public async Task ANameAfterTheCard_IsItsAnswer(string name)
    {
        var (guide, person) = (await SharedGuide.Instance, Person.New());
        await guide.AskAsync("what's our footprint in 2018?", person);

        Assert.Equal("Barnsley Hospital NHS Foundation Trust: footprint then and now", CardReading.Heading(await guide.AskAsync(name, person)));
        Assert.Contains(Barnsley, Text(await guide.AskAsync("which trust am I with", person)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANameOutOfTheBlue_IsAQuestionAndNotAChoice()
    {
        var (guide, person) = (await SharedGuide.Instance, Person.New());
        await guide.AskAsync("Barnsley Hospital", person);

        Assert.Equal(Asks, CardReading.Heading(await guide.AskAsync("which trust am I with?", person)));
    }

    [Fact]
    public async Task AFollowUp_LeansOnTheOwnTrust_AndOwnWordsDoNotLean()
    {
        var guide = await SharedGuide.Instance;
        var person = await MemberAsync(guide);
        await guide.AskAsync("which footprint is Leeds in?", person);

        Assert.Equal("Barnsley Hospital NHS Foundation Trust: footprint then and now", CardReading.Heading(await guide.AskAsync("what's our footprint?", person)));
        Assert.Equal("Barnsley Hospital: key partners", CardReading.Heading(await guide.AskAsync("and who are the partners there?", person)));
    }

    [Theory]
    [InlineData("forget my trust")]
    [InlineData("please forget our trust")]
    [InlineData("Delete my trust!")]
    [InlineData("forget which trust I'm with")]
    public async Task ATrust_IsForgottenOnRequest(string sentence)
    {
        var guide = await SharedGuide.Instance;
        var person = await MemberAsync(guide);

        Assert.StartsWith("I have forgotten your trust.", await SaysAsync(guide, person, sentence), StringComparison.Ordinal);
        Assert.StartsWith("I have no trust of yours", await SaysAsync(guide, person, sentence), StringComparison.Ordinal);
        Assert.Equal(Asks, CardReading.Heading(await guide.AskAsync("what's our footprint?", person)));
    }

    [Theory]
    [InlineData("which trust am I with?")]
    [InlineData("what's my trust?")]
    [InlineData("which trust have I chosen")]
    [InlineData("show my trusts")]
    [InlineData("change my trust")]
    public async Task WithoutATrust_AskingForItOffersTheList(string sentence) =>
        Assert.Equal(Asks, CardReading.Heading(await (await SharedGuide.Instance).AskAsync(sentence)));

    [Fact]
    public async Task SeveralTrusts_OneIsCurrent_SwitchingIsOneTap()
    {
        var guide = await SharedGuide.Instance;
        var person = await MemberAsync(guide);
        await guide.AskAsync("my trust is Doncaster and Bassetlaw Teaching Hospitals", person);

        var mine = await guide.AskAsync("which trust am I with?", person);
        var switched = await guide.PressAsync(person, CardReading.Button(mine, "Switch to Barnsley Hospital"));

        Assert.Contains("Your trust is Doncaster and Bassetlaw Teaching Hospitals NHS Foundation Trust.", Text(mine), StringComparison.Ordinal);
        Assert.Contains($"Your trust is {Barnsley}.", Text(switched.GetProperty("value")), StringComparison.Ordinal);
        Assert.Equal("Barnsley Hospital NHS Foundation Trust: footprint then and now", CardReading.Heading(await guide.AskAsync("our footprint?", person)));
        var forgotten = await guide.PressAsync(person, CardReading.Button(switched.GetProperty("value"), "Forget my trusts"));
        Assert.StartsWith("I have forgotten your trust.", forgotten.GetProperty("value").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AClosedTrust_NamesItsSuccessor_AndAsksToConfirm()
    {
        var (guide, person) = (await SharedGuide.Instance, Person.New());

        var asks = await guide.AskAsync("my trust is Burton Hospitals NHS Foundation Trust", person);

        Assert.Contains("Burton Hospitals NHS Foundation Trust closed on 30 June 2018. Its successor is University Hospitals of Derby and Burton", Text(asks), StringComparison.Ordinal);
        Assert.Equal(Asks, CardReading.Heading(await guide.AskAsync("which trust am I with?", person)));
        await guide.PressAsync(person, CardReading.Button(asks, "University Hospitals of Derby and Burton NHS Foundation Trust"));
        Assert.Contains("Your trust is University Hospitals of Derby and Burton", Text(await guide.AskAsync("which trust am I with?", person)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARememberedTrustThatClosedSince_IsAskedAbout_AndThenAnswered()
    {
        var (guide, person) = (await SharedGuide.Instance, Person.New());
        await guide.Get<Bot.Storage.TrustChoices>().ChooseAsync(person.UserId, "RJF", null, TestContext.Current.CancellationToken);

        var asks = await guide.AskAsync("what's our footprint?", person);
        await guide.PressAsync(person, CardReading.Button(asks, "University Hospitals of Derby and Burton NHS Foundation Trust"));

        Assert.Contains("closed on 30 June 2018", Text(asks), StringComparison.Ordinal);
        var answer = GuideOnKestrel.CardOf(Assert.Single(await guide.SentToAsync(person, 1)));
        Assert.Contains("For your trust, University Hospitals of Derby and Burton", Text(answer), StringComparison.Ordinal);
        Assert.DoesNotContain("Burton Hospitals NHS", Text(await guide.AskAsync("which trust am I with?", person)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("my trust is Barnsley", "That names a place rather than a trust.")]
    [InlineData("my trust is Hogwarts", "I do not know an NHS trust of that name.")]
    [InlineData("my trust is", null)]
    public async Task ATrustThatIsNotClear_IsAskedFor(string sentence, string? says)
    {
        var (guide, person) = (await SharedGuide.Instance, Person.New());

        var card = await guide.AskAsync(sentence, person);

        if (says is not null)
            Assert.Contains(says, Text(card), StringComparison.Ordinal);
        Assert.Equal(Asks, CardReading.Heading(await guide.AskAsync("which trust am I with?", person)));
    }

    [Fact]
    public async Task TheTrustIsOnePersons_InAnyConversation()
    {
        var guide = await SharedGuide.Instance;
        var person = await MemberAsync(guide);

        Assert.Equal(Asks, CardReading.Heading(await guide.AskAsync("which trust am I with?", person.Colleague())));
    }

    [Fact]
    public async Task OfSeveralQuestions_EachFindsItsSubject()
    {
        var guide = await SharedGuide.Instance;
        var person = await MemberAsync(guide);

        var replies = await guide.PostForRepliesAsync(person.Says("What is a primary care network? And who are our partners?"));

        Assert.Equal(
            [BuiltInContent.Heading("pcn"), "Barnsley Hospital: key partners"], replies.Select(r => CardReading.Heading(GuideOnKestrel.CardOf(r))));
    }

    [Fact]
    public async Task ATrustThatDoesNotExist_IsNotKept()
    {
        var (guide, person) = (await SharedGuide.Instance, Person.New());
        var asks = await guide.AskAsync("what's our footprint?", person);

        var again = await guide.PressAsync(person, Chosen(asks, "XXX"));

        Assert.Equal(Asks, CardReading.Heading(again.GetProperty("value")));
    }

    private static async Task<Person> MemberAsync(GuideOnKestrel guide)
    {
        var person = Person.New();
        await guide.AskAsync("my trust is Barnsley Hospital", person);
        return person;
    }

    private static async Task<string> SaysAsync(GuideOnKestrel guide, Person person, string text) =>
        Assert.Single(await guide.PostForRepliesAsync(person.Says(text))).GetProperty("text").GetString()!;

    private static string Text(JsonElement card) => CardReading.VisibleText(card);

    // As a client sends it: the list's value beside the button's own data.
    private static JsonElement Chosen(JsonElement card, string code)
    {
        var button = JsonNode.Parse(CardReading.Button(card, "Use this trust").GetRawText())!;
        button["data"]!["trust"] = code;
        button["fallback"]!["data"]!["trust"] = code;
        return JsonElement.Parse(button.ToJsonString());
    }
}
