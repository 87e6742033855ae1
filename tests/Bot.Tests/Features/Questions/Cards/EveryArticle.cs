using System.Text.Json;
using Bot.Cards;
using Bot.Features.Questions;
using Bot.Knowledge;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Records;
using Bot.Tests.Cards;
using Bot.Tests.Structure;
using Bot.Tests.Support;
using Bot.Turns;

namespace Bot.Tests.Features.Questions.Cards;

/// <summary>The card of every built-in article, and of every kind of record answer for a sample of subjects.</summary>
public sealed class EveryArticle
{
    private const int MostBytes = 20_000;
    private const int MostCharacters = 2_500;

    // The rest is not drawn on desktop and web: MicrosoftDocs/msteams-docs issue 5356.
    private const int MostButtonsInTeams = 6;

    private static readonly string[] Subjects =
        ["place:barnsley", "place:slough", "place:dorset", "system:qf7", "system:qnq", "trust:RFF", "trust:RDY", "england"];

    private static readonly KnowledgeSnapshot Snapshot = BuiltIn();

    private static readonly IReadOnlyDictionary<string, AdaptiveCard> Cards = Make();

    [Fact]
    public void EveryCard_IsSmallEnough() => Faults.None(
        from card in Cards
        let size = card.Value.ToUtf8Json().Length
        where size > MostBytes
        select $"{card.Key}: {size} bytes");

    [Fact]
    public void EveryFirstView_IsShortEnough() => Faults.None(
        from card in Cards
        let length = CardReading.VisibleText(Json(card.Value)).Length
        where length > MostCharacters
        select $"{card.Key}: {length} characters");

    [Fact]
    public void EveryCard_SaysWhatItIs() => Faults.None(
        from card in Cards
        let json = Json(card.Value)
        where string.IsNullOrWhiteSpace(card.Value.Summary)
            || string.IsNullOrWhiteSpace(json.GetProperty("fallbackText").GetString())
            || json.GetProperty("version").GetString() != "1.5"
            || json.GetProperty("lang").GetString() != "en-GB"
        select card.Key);

    [Fact]
    public void NoHeading_IsAQuestion() => Faults.None(
        from card in Cards
        from heading in CardReading.Headings(Json(card.Value))
        where heading.Length == 0 || heading.EndsWith('?')
        select $"{card.Key}: {heading}");

    [Fact]
    public void EveryButton_LeadsSomewhere() => Faults.None(
        from card in Cards
        from button in CardReading.Buttons(Json(card.Value))
        let data = button.GetProperty("data")
        where !Leads(button.GetProperty("verb").GetString()!, data) || data.GetRawText() != button.GetProperty("fallback").GetProperty("data").GetRawText()
        select $"{card.Key}: {data.GetRawText()}");

    [Fact]
    public void NoSetOfButtons_IsCutByTeams() => Faults.None(
        from card in Cards
        from count in CardReading.SetsOfButtons(Json(card.Value))
        where count > MostButtonsInTeams
        select $"{card.Key}: {count} buttons in one set");

    [Fact]
    public void NoTwoButtonsOfACard_LookAlike() => Faults.None(
        from card in Cards
        from titles in CardReading.Buttons(Json(card.Value)).GroupBy(button => button.GetProperty("title").GetString())
        where titles.Count() > 1
        select $"{card.Key}: {titles.Key}");

    [Fact]
    public async Task EveryCard_IsValid()
    {
        var mistakes = await OfficialSchema.MistakesAsync(
            Cards.ToDictionary(card => card.Key, card => card.Value.ToUtf8Json()), TestContext.Current.CancellationToken);

        Faults.None(mistakes.Select(mistake => $"{mistake.Key}: {mistake.Value}"));
    }

    [Fact]
    public async Task EveryCard_IsDrawnWholeAt320Pixels() => Faults.None(
        await CardRendering.FaultsOfAllAsync(Cards.ToDictionary(card => card.Key, card => card.Value.ToUtf8Json()), 320));

    private static bool Leads(string verb, JsonElement data) => verb switch
    {
        Verbs.Answer => Snapshot.Find(data.GetProperty("article").GetString()!) is not null,
        Verbs.Record or Verbs.Export => Enum.TryParse<RecordIntent>(data.GetProperty("intent").GetString(), out _) && Snapshot.Records.Find(data.GetProperty("key").GetString()!) is not null,
        Verbs.Map => Snapshot.Records.Find(data.GetProperty("key").GetString()!) is { } subject && Snapshot.Records.Map(subject) is not null,
        Verbs.Feedback => data.GetProperty("subject").GetString()!.Length > 0,
        Verbs.Keep => Snapshot.Find(data.GetProperty("answer").GetString()!) is not null || data.GetProperty("answer").GetString()!.StartsWith("records/", StringComparison.Ordinal),
        Verbs.Person or Verbs.Walk => true,
        _ => false,
    };

    private static JsonElement Json(AdaptiveCard card) => JsonElement.Parse(card.ToUtf8Json().Span);

    private static KnowledgeSnapshot BuiltIn()
    {
        var result = ContentFolder.Read(BuiltInContent.Folder);
        return new("built-in", result.Content!, StubContent.BuiltInRecords, StubContent.Snapshot.Engine);
    }

    private static Dictionary<string, AdaptiveCard> Make()
    {
        var cards = Snapshot.Content.Articles.ToDictionary(a => a.Id, a => StubContent.Answering.Article(a, Snapshot, StubContent.Context));
        foreach (var intent in Enum.GetValues<RecordIntent>())
            foreach (var key in Subjects)
                if (Press(intent, key) is { } card)
                    cards.Add($"records/{intent}/{key}", card);
        return cards;
    }

    private static AdaptiveCard? Press(RecordIntent intent, string key)
    {
        var data = JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["intent"] = intent.ToString(), ["key"] = key });
        return StubContent.Answering.Record(new CardPress(Verbs.Record, data, null), Snapshot, StubContent.Context);
    }
}
