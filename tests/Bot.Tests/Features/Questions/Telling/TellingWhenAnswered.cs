using System.Text.Json;
using Answers;
using Bot.Features.Questions.Telling;
using Bot.Knowledge;
using Bot.Knowledge.Drafts;
using Bot.Proactive;
using Bot.Storage;
using Bot.Storage.Held;
using Bot.Tests.Knowledge.Releases;
using Bot.Tests.Storage;
using Bot.Tests.Support;
using Bot.Tests.Whole;

namespace Bot.Tests.Features.Questions.Telling;

public sealed class TellingWhenAnswered
{
    private const string Horses = "who puts new irons on my mare";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task WhoWantsToKnow_IsToldOnce_WhenAReleaseHasTheAnswer(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var village = await VillageGuide.StartAsync(database);
        await using var replica = await VillageGuide.StartAsync(database, village.Time);
        var person = Person.New();
        var kept = await WishAsync(village, person);
        Assert.Equal("I will tell you", CardReading.Heading(kept));
        Assert.Contains("by 22 December 2026. After that day I delete your question", CardReading.VisibleText(kept), StringComparison.Ordinal);
        await LookAsync(village, replica);
        Assert.Equal(2, village.Guide.SentTo(person).Count);

        await PublishTheSmithyAsync(village);
        await VillageGuide.UntilAsync(() => Task.FromResult(replica.Get<KnowledgeStore>().Current.Number == 1));
        await Task.WhenAll(LookAsync(village), LookAsync(replica));

        var told = CardReading.VisibleText(GuideOnKestrel.CardOf((await village.Guide.SentToAsync(person, 3))[2]));
        Assert.StartsWith($"You asked on 22 November 2026: \"{Horses}\". This guide can answer it now. Where the smithy stands", told, StringComparison.Ordinal);
        Assert.Contains("Answer number", told, StringComparison.Ordinal);
        await LookAsync(village, replica);
        await VillageGuide.UntilAsync(async () => (await village.Get<OutboxReport>().CountsAsync(Ct)).All(count => count.State == "sent"));
        Assert.Equal(3, village.Guide.SentTo(person).Count);
        Assert.DoesNotContain(await village.Get<HeldAboutPerson>().ReadAsync(person.UserId, Ct), held => held.One.Contains("told", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnUnsureAnswer_AndAWithdrawnOne_AreNotTold()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var village = await VillageGuide.StartAsync(database);
        var person = Person.New();
        await village.Guide.SendAsync(person.Says("hello", village.Guide.Connector.ServiceUrl));
        await village.Guide.SentToAsync(person, 1);
        var engine = village.Get<KnowledgeStore>().Current.Engine;
        var unsure = ((string[])["the hall or the pond", "behind which gate", "hall pond", "the mill and the oven", "water oven", "duck hall", "village pond"]).First(text => engine.Ask(text) is Unsure);
        await village.Get<WithdrawnArticles>().WithdrawAsync("mill", "29:admin", "Wrong.", Ct);
        await VillageGuide.UntilAsync(() => Task.FromResult(village.Get<KnowledgeStore>().Current.IsWithdrawn("mill")));
        foreach (var question in (string[])[unsure, "Where is the water mill?"])
            await village.Get<Wishes>().AddAsync(person.UserId, new Wish { ConversationId = person.ConversationId, Question = question, HeldAgainst = "an older release" }, Ct);

        await LookAsync(village);
        Assert.Empty(await village.Get<OutboxReport>().CountsAsync(Ct));

        await village.Get<WithdrawnArticles>().RestoreAsync("mill", "29:admin", "Right.", Ct);
        await VillageGuide.UntilAsync(() => Task.FromResult(!village.Get<KnowledgeStore>().Current.IsWithdrawn("mill")));
        await LookAsync(village);
        Assert.Contains("water mill", CardReading.VisibleText(GuideOnKestrel.CardOf((await village.Guide.SentToAsync(person, 2))[1])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWish_CanBeTakenBack_AndGoesWithAllThatIsHeld_AndWithRetention()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var village = await VillageGuide.StartAsync(database);
        var (one, two, three) = (Person.New(), Person.New(), Person.New());
        var kept = await WishAsync(village, one);
        await WishAsync(village, two);
        await WishAsync(village, three);
        Assert.Contains(await village.Get<HeldAboutPerson>().ReadAsync(two.UserId, Ct), held => held.ToString() == "1 question of which you want to be told when it is answered");

        var reply = await village.Guide.PressAsync(one, CardReading.Button(kept, "Do not tell me"));
        await village.Get<HeldAboutPerson>().DeleteAsync(two.UserId, Ct);
        Assert.Equal("Done. I deleted that question and will not tell you.", reply.GetProperty("value").GetString());
        Assert.Single(await village.Get<Wishes>().NotHeldAgainstAsync("", 30, Ct));

        await village.Get<OldRows>().DeleteAsync(-1, Ct);
        Assert.Empty(await village.Get<Wishes>().NotHeldAgainstAsync("", 3_650, Ct));
    }

    [Fact]
    public async Task OnlyTheLatestQuestion_CanBeWishedFor()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var village = await VillageGuide.StartAsync(database);
        var person = Person.New();
        var refusal = await AskAsync(village, person, Horses, 1);
        await AskAsync(village, person, "Where is the bicycle shed?", 2);

        var reply = await village.Guide.PressAsync(person, CardReading.Button(refusal, "Tell me when it is answered"));

        Assert.StartsWith("I do not have that question any more", reply.GetProperty("value").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AQuestionTooLongToBeKept_StillLeavesWhatTheNextOneLeansOn()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var village = await VillageGuide.StartAsync(database);
        var person = Person.New();

        await AskAsync(village, person, string.Concat(Enumerable.Repeat("\u017elu\u0165ou\u010dk\u00fd k\u016f\u0148 ", 45)), 1);
        await village.Guide.FlushAsync();

        Assert.NotNull(await village.Get<LastTurns>().ReadAsync(person.ConversationId, person.UserId, Ct));
    }

    [Fact]
    public async Task WhereOthersReadAlong_OrNobodyCanBeWrittenTo_NothingIsOffered()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var village = await VillageGuide.StartAsync(database);
        var group = Person.New("groupChat");

        Assert.DoesNotContain("tell-me", (await AskAsync(village, group, Horses, 1)).GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("tell-me", (await village.Guide.AskAsync(Horses)).GetRawText(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task AnAnswerThatDidNotHelp_LeavesItsQuestion_WithoutAPersonOrATime(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var village = await VillageGuide.StartAsync(database);
        var person = Person.New();
        var answer = await AskAsync(village, person, "show me the way to the duck pond", 1);

        var first = await village.Guide.PressAsync(person, CardReading.Button(answer, "No, it did not"));
        await village.Guide.FlushAsync();
        await village.Guide.PressAsync(person, CardReading.Button(answer, "No, it did not"));
        await village.Guide.PressAsync(person, CardReading.Button(answer, "Yes, it helped"));
        await village.Guide.FlushAsync();

        Assert.Contains("with your question and without your name", first.GetProperty("value").GetString(), StringComparison.Ordinal);
        var question = Assert.Single(await village.Get<QuestionLog>().LatestAsync(10, Ct));
        Assert.Equal(("show me the way to the duck pond", "unhelpful", "pond"), (question.Text, question.Outcome, question.ArticleId));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero), question.At);
    }

    private static async Task<JsonElement> WishAsync(VillageGuide village, Person person)
    {
        var refusal = await AskAsync(village, person, Horses, 1);
        Assert.Contains("If this guide gets an answer within 30 days, I can tell you once, here.", CardReading.VisibleText(refusal), StringComparison.Ordinal);
        Assert.DoesNotContain(Horses, refusal.GetRawText(), StringComparison.Ordinal);
        await village.Guide.PressAsync(person, CardReading.Button(refusal, "Tell me when it is answered"));
        return GuideOnKestrel.CardOf((await village.Guide.SentToAsync(person, 2))[1]);
    }

    private static async Task<JsonElement> AskAsync(VillageGuide village, Person person, string question, int nth)
    {
        await village.Guide.SendAsync(person.Says(question, village.Guide.Connector.ServiceUrl));
        return GuideOnKestrel.CardOf((await village.Guide.SentToAsync(person, nth))[nth - 1]);
    }

    private static async Task PublishTheSmithyAsync(VillageGuide village)
    {
        var editor = new Editor("29:editor", "Asked in vain.");
        await village.Get<Drafting>().ChangeAsync([new("village/smithy.md", SmallContent.Article("smithy", "smithy", "The smithy stands behind gate 9.", "hall", "pond"))], "edit", editor, Ct);
        Assert.Null(await village.Get<ArticleEdits>().AddKeptAlternateAsync("smithy", Horses, editor, Ct));
        await village.PublishAsync();
    }

    private static async Task LookAsync(params VillageGuide[] replicas)
    {
        foreach (var replica in replicas) await replica.Get<TellingClock>().LookAsync(Ct);
    }
}
