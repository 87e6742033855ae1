using System.Text.Json;
using Bot.Features.Governors;
using Bot.Knowledge;
using Bot.Knowledge.Records;
using Bot.Storage.Governors;
using Bot.Tests.Support;
using Bot.Tests.Whole;
using Bot.Trusts;

namespace Bot.Tests.Features.Governors;

public sealed class WalkingThroughTheEight(GovernedGuide governed) : IClassFixture<GovernedGuide>
{
    // An acute trust; a mental health trust that serves several areas; one whose board merged in April 2026.
    public const string Acute = "Barnsley Hospital NHS Foundation Trust", Straddling = "Tees, Esk and Wear Valleys NHS Foundation Trust", Merged = "Frimley Health NHS Foundation Trust";

    [Theory]
    [InlineData(Acute, "NHS South Yorkshire", "Nothing changed on 1 April 2026")]
    [InlineData(Straddling, "named Tees, Esk and Wear Valleys", "Nothing changed on 1 April 2026")]
    [InlineData(Merged, "NHS Surrey and Sussex", "on 1 April 2026")]
    public async Task AllEight_AreWalked_AndEachShowsTheTrust(string trust, string local, string merger)
    {
        var governor = await governed.OfAsync(trust);

        var progress = await governor.HearsAsync("take me through the eight questions");
        Assert.Equal(8, CardReading.Buttons(progress).Count(b => b.GetProperty("title").GetString()!.StartsWith("Question ", StringComparison.Ordinal)));
        var card = await governor.PressesAsync(progress, "Start with question 1");
        var all = new List<string>();
        for (var question = 1; question <= 8; question++)
        {
            var visible = CardReading.VisibleText(card);
            Assert.Equal(BuiltInContent.Heading($"q{question}"), CardReading.Heading(card));
            Assert.Contains($"Question {question} of 8 for {trust}", visible, StringComparison.Ordinal);
            foreach (var part in (string[])["Why it matters", "Known for your trust, as at July 2026"])
                Assert.Contains(part, visible, StringComparison.Ordinal);
            foreach (var part in (string[])["What a good answer holds", "Where the proof is", "What to ask next", "Warning sign", "What changed since 2022"])
                Assert.Contains(part, CardReading.HiddenText(card), StringComparison.Ordinal);
            all.Add(visible + CardReading.HiddenText(card));
            card = question < 8 ? await governor.PressesAsync(card, $"Next: question {question + 1}") : await governor.HearsAsync("next");
        }

        Assert.Contains(local, all[0], StringComparison.Ordinal);
        Assert.Contains(merger, all[1], StringComparison.Ordinal);
        Assert.StartsWith("That was the last of the 8 questions.", CardReading.VisibleText(card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WordsSteerTheWalk_AndQuestionsInBetweenAreAnswered()
    {
        var governor = await governed.OfAsync(Acute);
        await governor.HearsAsync("help me prepare for the council meeting on 12 January");

        Assert.Contains("Question 2 of 8", await governor.ReadsAsync("next"), StringComparison.Ordinal);
        Assert.Contains(CardReading.Squeeze(BuiltInContent.Short("ics")), await governor.ReadsAsync("What is an ICS?"), StringComparison.Ordinal);
        Assert.Contains("South Yorkshire", await governor.ReadsAsync("who are our partners?"), StringComparison.Ordinal);
        Assert.Contains("Question 2 was passed over. It stays as it was.", await governor.ReadsAsync("skip"), StringComparison.Ordinal);
        Assert.Contains("Question 2 of 8", await governor.ReadsAsync("back"), StringComparison.Ordinal);
        Assert.Contains("Question 7 of 8", await governor.ReadsAsync("7"), StringComparison.Ordinal);
        Assert.Contains("Question 6 of 8", await governor.ReadsAsync("are we getting value for public funds by working together?"), StringComparison.Ordinal);
        Assert.Contains("question 6", await governor.IsToldAsync("stop for now"), StringComparison.Ordinal);
        Assert.Contains("meeting on 12 January 2027", await governor.ReadsAsync("take me through the eight questions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAWalk_ItsWordsMeanNothing_AndTheEightAreAsToEveryone()
    {
        var governor = await governed.OfAsync(Acute);

        var (mine, anyones) = (await governor.ReadsAsync("question 3"), await governed.New().ReadsAsync("question 3"));

        Assert.Equal(anyones, mine);
        Assert.DoesNotContain("of 8 for", await governor.ReadsAsync("next"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheTrust_IsAskedForOnce_ByNameOrByButton()
    {
        var (typist, presser) = (governed.New(), governed.New());

        Assert.Equal("Choose your trust", CardReading.Heading(await typist.HearsAsync("help me prepare for our council of governors meeting")));
        Assert.Contains($"For {Acute}", await typist.ReadsAsync("Barnsley Hospital"), StringComparison.Ordinal);
        Assert.Contains($"For {Acute}", await typist.ReadsAsync("take me through the eight questions"), StringComparison.Ordinal);
        var article = await presser.HearsAsync("question 4");
        Assert.Equal("Choose your trust", CardReading.Heading(await presser.PressesAsync(article, "Ask this for my trust")));
    }

    [Fact]
    public async Task AnNhsTrust_HasNoCouncil_AndSaysSo()
    {
        var governor = await governed.OfAsync("Lewisham and Greenwich NHS Trust");

        var text = await governor.ReadsAsync("take me through the eight questions");

        Assert.StartsWith("No council of governors", text, StringComparison.Ordinal);
        Assert.Contains("is not a foundation trust", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help me prepare for the council meeting on 12 January 2025", "12 January 2025 is in the past")]
    [InlineData("our meeting is on the 31st of never", "I could not read the day")]
    [InlineData("my term ends on 3 March 2020", "3 March 2020 is in the past")]
    public async Task ADayThatCannotBe_IsToldPlainly(string sentence, string words) =>
        Assert.Contains(words, await (await governed.OfAsync(Acute)).IsToldAsync(sentence), StringComparison.Ordinal);

    [Fact]
    public async Task ARestart_AndAnotherDevice_KeepThePlace()
    {
        using var folder = new TemporaryFolder();
        var governor = new Governor(null!, Person.New());
        await using (var before = await GuideOnKestrel.StartAsync(new() { DatabaseFolder = folder.Path, Time = governed.Time }))
        {
            await governor.At(before).HearsAsync($"my trust is {Merged}");
            await governor.At(before).HearsAsync("help me prepare for the council meeting on 12 January");
            await governor.At(before).HearsAsync("5");
        }

        await using var after = await GuideOnKestrel.StartAsync(new() { DatabaseFolder = folder.Path, Time = governed.Time });
        Assert.Contains("Question 6 of 8", await governor.At(after).ReadsAsync("next"), StringComparison.Ordinal);
        var phone = await governor.At(after).HearsAsync("resume the eight questions");
        Assert.Contains("meeting on 12 January 2027", CardReading.VisibleText(phone), StringComparison.Ordinal);
        Assert.NotEmpty(CardReading.Button(phone, "Go on with question 6").GetRawText());
    }

    [Fact]
    public async Task InAGroup_TheWalkShowsNothingThatIsPrivate()
    {
        var person = Person.New("groupChat");
        var governor = new Governor(governed.Guide, person);
        await governor.HearsAsync($"my trust is {Acute}");

        var progress = await governor.HearsAsync("take me through the eight questions");
        var card = await governor.PressesAsync(progress, "Start with question 1");

        Assert.DoesNotContain("How it stands", CardReading.VisibleText(progress) + CardReading.VisibleText(card), StringComparison.Ordinal);
        Assert.DoesNotContain("Record the answer", card.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void EveryFoundationTrust_HasAReadableCardForEachQuestion()
    {
        var snapshot = governed.Guide.Get<KnowledgeStore>().Current;
        var trusts = snapshot.Records.Set.Trusts.Where(t => t.IsFoundation && t.IsOpenNow).Select(t => OwnTrusts.Find(snapshot.Records, t.Code)!).ToArray();
        var faults = new List<string>();
        foreach (var trust in trusts)
        {
            for (var question = 1; question <= 8; question++)
            {
                var card = Bot.Features.Governors.Walking.QuestionCard.Of(new Workspace(trust, null, []), question, snapshot, isPrivate: true);
                var visible = CardReading.VisibleText(JsonElement.Parse(card.ToUtf8Json().Span));
                if (visible.Length > 2_500) faults.Add($"{trust.Name}, question {question}: {visible.Length} characters");
                if (!visible.Contains(trust.Trust.ShortName, StringComparison.Ordinal)) faults.Add($"{trust.Name}, question {question}: does not name it");
            }
        }

        Assert.True(trusts.Length > 100);
        Structure.Faults.None(faults);
    }
}
