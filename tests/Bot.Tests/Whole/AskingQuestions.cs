using System.Text.Json;
using Answers;
using Bot.Features.Questions;
using Bot.Knowledge;
using Bot.Tests.Support;

namespace Bot.Tests.Whole;

public sealed class AskingQuestions
{
    // No wording is one of the article's own.
    [Theory]
    [InlineData("What is an STP?", "stp")]
    [InlineData("whats an integrated care system", "ics")]
    [InlineData("what does ICB stand for", "icb")]
    [InlineData("Which systems were the first integrated care systems in 2018?", "ics-count-2018")]
    [InlineData("Is an STP a legal body?", "legal-status")]
    [InlineData("who makes decisions in an STP", "decision-powers")]
    [InlineData("what is the difference between an STP and an ICS?", "ics-stp-difference")]
    [InlineData("what are the three gaps", "three-gaps")]
    [InlineData("Who are the partners in an STP?", "partners")]
    [InlineData("Which boards merged in April 2026?", "icb-mergers-2026")]
    [InlineData("What is a primary care network?", "pcn")]
    [InlineData("what is an accountable care organisation", "aco")]
    [InlineData("what is the health bill 2026", "health-bill")]
    [InlineData("When did ICBs start?", "icb-start")]
    [InlineData("are ICSs privatisation", "privatisation")]
    [InlineData("where do I complain about a GP practice, dentist or pharmacy", "complaint-primary-care")]
    [InlineData("where can I find vacancies", "job-vacancies")]
    [InlineData("Was the public consulted on STP plans?", "public-consulted-stp")]
    [InlineData("wat is a contol total", "control-total")]
    [InlineData("can you tell me about the aims of integrated care systems please", "ics-aims")]
    [InlineData("what can governors not do", "governors-limits")]
    [InlineData("WHAT IS A PROVIDER COLLABORATIVE??", "provider-collaborative")]
    [InlineData("what do you keep about me", "about-privacy")]
    public async Task AQuestion_GetsItsArticle(string question, string article) => Shows(article, await (await SharedGuide.Instance).AskAsync(question));

    [Theory]
    [InlineData("q1", "Question 1 in the briefing", "which system are we in and who are our partners", "Tell me about the first question governors should ask")]
    [InlineData("q2", "second question for governors", "our trust's contribution to the STP", "What will our trust put in and what does that mean for its own plans?")]
    [InlineData("q3", "How should the board keep governors informed of progress?", "question three", "how will governors hear about progress with the STP")]
    [InlineData("q4", "How will the joint plan make care better for local people?", "will our local population be healthier because of the STP plan", "question 4")]
    [InlineData("q5", "How can the council of governors help the trust lead or contribute?", "question five for governors", "what support can governors give to the trust in the system")]
    [InlineData("q6", "How do partners together get better value for public money?", "question six", "value for money question for governors")]
    [InlineData("q7", "What assumptions sit behind the board's strategy?", "7th question", "were staff and public engaged on the assumptions in the strategy")]
    [InlineData("q8", "How can governors help with engagement of patients and communities?", "the last of the eight questions", "question 8 about engaging communities")]
    [InlineData("eight-questions", "what are the eight questions", "list of 8 questions for governors", "show me all eight questions please")]
    public async Task TheEightQuestions_AreFoundInAnyWording(string article, params string[] wordings)
    {
        var guide = await SharedGuide.Instance;
        foreach (var wording in wordings)
            Shows(article, await guide.AskAsync(wording));
    }

    [Theory]
    [InlineData("How many footprints were there in 2016?", "count-2016")]
    [InlineData("How many footprints were there in 2020?", "count-2019")]
    [InlineData("How many footprints were there in 2023?", "count-2022")]
    [InlineData("How many footprints are there now?", "count-now")]
    [InlineData("How many integrated care systems were there in 2018?", "ics-count-2018")]
    [InlineData("How many integrated care systems were there in 2020?", "ics-count-2020")]
    [InlineData("How many integrated care systems were there in 2021?", "ics-count-2021")]
    public async Task AYear_PicksTheFactsOfThatYear(string question, string article) => Shows(article, await (await SharedGuide.Instance).AskAsync(question));

    [Theory]
    [InlineData("What is an STP?", "How many were there in 2016?", "count-2016")]
    [InlineData("What is an STP?", "and what replaced it?", "stp-today")]
    [InlineData("What is an integrated care board?", "who sits on it?", "icb-board")]
    [InlineData("What is an ICS?", "is it a legal body?", "legal-status")]
    [InlineData("What is a primary care network?", "when did they start?", "pcn")]
    public async Task AFollowUp_LeansOnTheQuestionBefore(string first, string second, string article)
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New();
        await guide.AskAsync(first, person);

        Shows(article, await guide.AskAsync(second, person));
    }

    [Theory]
    [InlineData("wat is a contol total", "what are the eight questions", "eight-questions")]
    [InlineData("What is an STP?", "What is an ICS?", "ics")]
    [InlineData("What is an ICS?", "How many footprints were there in 2016?", "count-2016")]
    [InlineData("What will the weather be tomorrow?", "What is an ICS?", "ics")]
    [InlineData("What is an ICS?", "who decides?", "decision-powers")]
    public async Task AQuestionThatStandsAlone_LeansOnNothing(string first, string second, string article)
    {
        var guide = await SharedGuide.Instance;
        var person = Person.New();
        await guide.AskAsync(first, person);

        Shows(article, await guide.AskAsync(second, person));
    }

    [Fact]
    public async Task AFollowUp_DoesNotLeanOnSomebodyElsesQuestion()
    {
        var guide = await SharedGuide.Instance;
        var (person, alone) = (Person.New("groupChat"), Person.New());
        await guide.AskAsync("What is an integrated care board?", person);

        var answer = await guide.AskAsync("who sits on it?", person.Colleague());

        Assert.Equal(CardReading.VisibleText(await guide.AskAsync("who sits on it?", alone)), CardReading.VisibleText(answer));
    }

    [Theory]
    [InlineData("the 5th and 6th question", "q5", "q6")]
    [InlineData("What is a control total and who sits on an ICB board?", "control-total", "icb-board")]
    public async Task SeveralQuestionsInAMessage_AreEachAnswered(string message, params string[] articles)
    {
        var guide = await SharedGuide.Instance;
        var replies = await guide.PostForRepliesAsync(Person.New().Says(message));

        Assert.Equal(articles.Select(BuiltInContent.Heading), replies.Select(r => CardReading.Heading(GuideOnKestrel.CardOf(r))));
    }

    [Fact]
    public async Task MoreThanThreeQuestions_TheFirstThreeAreAnswered_AndThatIsSaid()
    {
        var guide = await SharedGuide.Instance;
        var replies = await guide.PostForRepliesAsync(Person.New().Says("What is an STP? What is an ICB? What is an ICP? What is a control total?"));

        Assert.Equal(3, replies.Count);
        Assert.StartsWith("I answer the first 3 of your questions. Ask the last one again.", CardReading.VisibleText(GuideOnKestrel.CardOf(replies[0])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hi team, hope you are well. Our chair asked me to check one thing before Friday: are STPs legal bodies or not? Many thanks, Pauline", "legal-status")]
    [InlineData("Good morning! I hope you had a nice weekend. What is a control total? Best wishes, Tom", "control-total")]
    public async Task APasteWithPleasantries_IsAnsweredForItsQuestion(string message, string article) => Shows(article, await (await SharedGuide.Instance).AskAsync(message));

    [Fact]
    public async Task TheReasons_SayWhatMatched_WhatCameSecond_AndWhatWouldHaveBeenRefused()
    {
        var store = (await SharedGuide.Instance).Get<KnowledgeStore>().Current;

        var why = Explanation.Of(store.Engine.Ask("whihc integrated care system covers Barnsley"), store);

        Assert.Contains("I read \"whihc\" as \"which\".", why, StringComparison.Ordinal);
        Assert.Contains("I took \"integrated care system\" as ICS.", why, StringComparison.Ordinal);
        Assert.Contains("I know the name Barnsley (a place).", why, StringComparison.Ordinal);
        Assert.Contains("Words that this answer is known by: which, ics", why, StringComparison.Ordinal);
        Assert.Matches(@"Second came: .+, with \d+% of my belief against \d+% for the first\.", why);
        Assert.Matches(@"I was \d+% sure, so I answered\. Below \d+% I would have", why);
        Assert.Contains("I would have said that I do not know", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAnswer_ShowsDatesStatusAndSources()
    {
        var text = CardReading.VisibleText(await (await SharedGuide.Instance).AskAsync("How many footprints were there in 2016?"));

        Assert.Contains("Historical: ", text, StringComparison.Ordinal);
        Assert.Matches(@"As at \d{1,2} \w+ \d{4}\.", text);
        Assert.Contains("Sources: ", text, StringComparison.Ordinal);
        Assert.Contains("Was this helpful?", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSameQuestion_GetsTheSameCard_ButForItsId()
    {
        var guide = await SharedGuide.Instance;

        var (one, two) = (await guide.AskAsync("What is an ICS?"), await guide.AskAsync("What is an ICS?"));

        Assert.Equal(WithoutAnswerId(one), WithoutAnswerId(two));
    }

    [Fact]
    public async Task AnUnclearQuestion_OffersChoices_AndEachButtonWorks()
    {
        var guide = await SharedGuide.Instance;
        var (question, ids) = UnclearQuestion(guide.Get<KnowledgeStore>().Current);
        var person = Person.New();

        var card = await guide.AskAsync(question, person);

        Assert.Equal("Choose what you mean", CardReading.Heading(card));
        Assert.Equal(ids, CardReading.Prompts(card));
        Assert.All(ids, id => Assert.DoesNotContain(BuiltInContent.Short(id), CardReading.VisibleText(card), StringComparison.Ordinal));
        Assert.Contains("Ask your trust secretary", CardReading.VisibleText(card), StringComparison.Ordinal);
        foreach (var id in ids)
        {
            var submitted = person.Submits(CardReading.Button(card, BuiltInContent.Button(id)));
            Shows(id, GuideOnKestrel.CardOf(Assert.Single(await guide.PostForRepliesAsync(submitted))));
        }
    }

    [Fact]
    public async Task AGroup_IsAnsweredWithoutOurOwnNameInTheQuestion()
    {
        var guide = await SharedGuide.Instance;
        var activity = Fakes.RecordedActivity.Load("TeamsGroupChatMessage");
        activity["text"] = "<at>ICS Guide</at> what is an ICS?\u00a0";

        Shows("ics", GuideOnKestrel.CardOf(Assert.Single(await guide.PostForRepliesAsync(activity))));
    }

    private static void Shows(string article, JsonElement card)
    {
        var text = CardReading.VisibleText(card);
        Assert.True(text.Contains(CardReading.Squeeze(BuiltInContent.Short(article)), StringComparison.Ordinal), $"Not {article}, but: {text}");
        Assert.Equal(BuiltInContent.Heading(article), CardReading.Heading(card));
    }

    private static string WithoutAnswerId(JsonElement card)
    {
        var id = CardReading.Button(card, "Yes, it helped").GetProperty("data").GetProperty("answer").GetString()!;
        return card.GetRawText().Replace(id, "", StringComparison.Ordinal);
    }

    // One word of an answer is unclear often enough, whatever the engine.
    private static (string Question, IReadOnlyList<string> Ids) UnclearQuestion(KnowledgeSnapshot snapshot)
    {
        var words = BuiltInContent.Ids.SelectMany(id => BuiltInContent.Short(id).Split(' ', '.', ',', ';', ':', '(', ')')).Where(word => word.Length > 3);
        foreach (var question in words.Distinct().Select(word => $"what about {word}"))
            if (snapshot.Engine.Ask(question) is Unsure unsure && unsure.EntryIds.All(BuiltInContent.Has) && snapshot.Find(unsure.EntryIds[0])?.Topic != "signposts")
                return (question, unsure.EntryIds);
        throw new InvalidOperationException("No unclear question was found among hundreds. Does the engine still offer choices?");
    }
}
