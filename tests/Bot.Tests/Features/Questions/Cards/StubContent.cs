using Answers;
using Bot.Experts;
using Bot.Features.Questions;
using Bot.Features.Questions.Certificates;
using Bot.Knowledge;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Records;
using Bot.Storage;
using Bot.Tests.Support;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Features.Questions.Cards;

/// <summary>A few made-up articles, so that an edit of the built-in content breaks no pinned card.</summary>
internal static class StubContent
{
    public static DateOnly Today { get; } = new(2026, 11, 22);

    public static Person Person { get; } = new() { Text = "Jo in the governance office", Link = "https://trust.example/ask" };

    public static Answering Answering { get; } = new(Options.Create(Person), Options.Create(new StorageOptions()), new AnswerCertificates(_ => { }, id => new Uri($"https://guide.example/answers/{id}")));

    public static CardContext Context { get; } = new("0123456789ab", Today);

    public static RecordBook BuiltInRecords { get; } = new(RecordSet.Load(Repository.PathOf("src", "Bot", "Knowledge", "Records", "Data")).Set!);

    public static Article Current { get; } = Article("lighthouse") with
    {
        Heading = "What a lighthouse does",
        Short = "A lighthouse shows ships where the coast is. It has a lamp & a lens.",
        Detail = "It stands on a rock.\n\n## The lamp\nThe lamp turns. Each has its own rhythm.\n\n- one flash: the northern one\n- two flashes: the southern one",
        Prompts = ["harbour", "buoy"],
    };

    public static Article Historical { get; } = Article("oil-lamp") with
    {
        Heading = "Oil lamps in lighthouses",
        Short = "Oil lamps lit the towers until 1920.",
        Status = ArticleStatus.Historical,
        StatusNote = "The last one went out in 1920; see what replaced them",
        ValidTo = new DateOnly(1920, 12, 31),
        ReviewBy = new DateOnly(2026, 6, 30),
        SupersededBy = "lighthouse",
        Prompts = ["lighthouse", "harbour", "buoy"],
    };

    public static Article WithPoints { get; } = Article("buoy") with
    {
        Heading = "Kinds of buoy",
        Short = "There are 3 kinds of buoy.",
        Points = ["can buoys: to the left", "cone buoys: to the right", "ball buoys: mid-channel [1]"],
        Status = ArticleStatus.Planned,
        StatusNote = "A fourth kind is planned for 2028",
        Sources = [],
        Prompts = ["lighthouse", "harbour"],
    };

    public static KnowledgeSnapshot Snapshot { get; } = new("stub", Content(), BuiltInRecords, Engine());

    public static Article Article(string id) => new()
    {
        Id = id,
        Topic = "stub",
        Heading = $"About the {id}",
        Button = $"The {id}",
        Question = $"What is the {id}?",
        Alternates = [],
        Short = $"The {id} is made up.",
        Status = ArticleStatus.Current,
        ValidFrom = new DateOnly(1900, 1, 1),
        AsOf = new DateOnly(2026, 7, 2),
        ReviewBy = new DateOnly(2027, 1, 31),
        Owner = "Nobody",
        Confidence = Confidence.V,
        Sources = ["ALMANAC", "LETTER"],
        Prompts = ["lighthouse"],
        Place = new ArticlePlace($"stub/{id}.md", new Dictionary<string, int>(), 1),
    };

    private static Content Content() => new(
        [
            Current, Historical, WithPoints, Article("harbour"), Article("about-scope"), Article("find-my-footprint"),
            Article("eight-questions") with { Heading = "The eight questions", Short = "There are eight questions.", Prompts = ["lighthouse"] },
            .. Enumerable.Range(1, 8).Select(n => Article($"q{n}") with { Button = $"Question {n}: made up" }),
        ],
        new Dictionary<string, SourceEntry>
        {
            ["ALMANAC"] = new("ALMANAC", "The [mariner's] almanac", "Harbour Office", "3 May 2026", "https://almanac.example/"),
            ["LETTER"] = new("LETTER", "A letter from the keeper", "Keeper", "undated", null),
        },
        new Dictionary<string, IReadOnlyList<string>>(), [], new Dictionary<string, IReadOnlyList<string>>(), new Dictionary<string, IReadOnlyList<string>>());

    private static AnswerEngine Engine() => AnswerEngine.Build(new KnowledgeBase(
        [
            new("lighthouse", "Lighthouse", ["What is a lighthouse?", "lighthouse meaning", "Tell me of the lamp on the rock"]),
            new("buoy", "Buoy", ["What is a buoy?", "kinds of buoy", "Which floats mark the channel?"]),
        ], []));
}
