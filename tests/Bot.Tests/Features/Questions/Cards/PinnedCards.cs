using System.Text.Json;
using Answers;
using Answers.Understanding;
using Bot.Activities;
using Bot.AzureAnswers;
using Bot.Cards;
using Bot.Features.Experts;
using Bot.Features.Questions.Telling;
using Bot.Features.Welcome;
using Bot.Knowledge;
using Bot.Knowledge.Releases;
using Bot.Knowledge.Sources;
using Bot.Storage.Sources;
using Bot.Turns;
using Microsoft.Extensions.Options;
using static Bot.Tests.Features.Questions.Cards.StubContent;
using Audience = Bot.Features.Questions.Audience;

namespace Bot.Tests.Features.Questions.Cards;

/// <summary>One card of every kind that the features show.</summary>
internal static class PinnedCards
{
    public static IReadOnlyDictionary<string, AdaptiveCard> All { get; } = new Dictionary<string, AdaptiveCard>
    {
        ["CurrentArticle"] = Answering.Article(Current, Snapshot, Context),
        ["HistoricalArticle"] = Answering.Article(Historical, Snapshot, Context),
        ["ArticleWithPoints"] = Answering.Article(WithPoints, Snapshot, Context),
        ["ArticleUnderReview"] = Answering.Article(Current, UnderReview(), Context),
        ["ArticleWithNote"] = Answering.Article(Current, Snapshot, Context with { Note = "Please do not send telephone numbers." }),
        ["SharedAnswer"] = Answering.Article(Current, Snapshot, Context with { For = new Audience("29:asker", IsShared: true) }),
        ["SharedAnswerThatDidNotHelp"] = Answering.Article(Current, Snapshot, Context with { For = new Audience("29:reader", IsShared: true, Helpful: false, Was: "00000000") }),
        ["EightQuestions"] = Answering.Article(Snapshot.Find("eight-questions")!, Snapshot, Context),
        ["Choice"] = Answering.Card(new Unsure(["lighthouse", "buoy", "harbour"], 0.4, Reasons()), Snapshot, Context),
        ["NoAnswer"] = Answering.Card(new NoAnswer(0.1, Reasons()), Snapshot, Context),
        ["NoAnswerWithOffer"] = Answering.Card(new NoAnswer(0.1, Reasons()), Snapshot, Context with { MayTell = true }),
        ["WillTell"] = TellingCards.Kept("0123456789abcdef", "Who paints the *lighthouse*?", Today.AddDays(30)),
        ["SmallTalk"] = Answering.Card(new Answered(EntryIds.SmallTalk, 0.9, Reasons()), Snapshot, Context),
        ["OtherAnswer"] = Answering.Other(new FoundAnswer(20, "Where can I *park*?", "Blue permits only.\n\nAsk the desk for one, or [press](https://evil.example).", 0.9, "https://intranet.example/parking") { Metadata = new Dictionary<string, string> { ["asof"] = "2025-06-01" }, Prompts = [new(23, "Lost permit"), new(24, "Visitors")] }, Snapshot, Context with { Why = "Azure question answering chose this and was 90% sure." }),
        ["OtherAnswerFromADocument"] = Answering.Other(new FoundAnswer(0, "", "The desk is open from nine to five on weekdays.", 0.7, "handbook.pdf") { Span = "nine to five" }, Snapshot, Context with { For = new Audience("29:asker", IsShared: true) }),
        ["Welcome"] = WelcomeCard.Of(Person),
        ["AskAPerson"] = AskAPerson(),
    };

    private static KnowledgeSnapshot UnderReview() => Snapshot.With([], [SourceMarking.Mark(Current, "The almanac", SourceMark.Changed, new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero))]);

    private static Reasons Reasons() => new(new Question("", [], [], [], null, false), [], 0, new Borders(0, 0), []);

    private static AdaptiveCard AskAPerson()
    {
        var press = new CardPress(Verbs.Person, JsonElement.Parse("{}"), null);
        var turn = new TurnContext(new Activity { Type = "message" }, press, "", new BufferedReplies(), TimeProvider.System);
        var result = new ExpertsFeature(Options.Create(Person)).HandleAsync(turn, CancellationToken.None);
        return ((TurnResult.Card)result.AsTask().Result).Value;
    }
}
