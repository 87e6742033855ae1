using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Features.Questions;
using Bot.Knowledge;
using Bot.Knowledge.Drafts;
using Bot.Knowledge.Releases;
using Bot.Storage;
using Bot.Tests.Fakes;
using Bot.Tests.Knowledge.Releases;
using Bot.Tests.Storage;
using Bot.Tests.Whole;
using Dapper;

namespace Bot.Tests.Features.Questions.Certificates;

public sealed partial class CertifyingAnswers
{
    private const string Shed = "Where is the bicycle shed?", Moved = "The bicycle shed stands beside the new east gate.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task ANumberOnTheCard_LeadsToWhatWasSaid(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var village = await VillageGuide.StartAsync(database);

        var card = await village.Guide.AskAsync(Shed);
        var page = await PageAsync(village, NumberIn(card.GetRawText()));

        Assert.Contains("ICS Guide gave this answer on 22 November 2026.", page, StringComparison.Ordinal);
        Assert.Contains("The bicycle shed stands behind gate 1.", page, StringComparison.Ordinal);
        Assert.Contains("The village book says so.", page, StringComparison.Ordinal);
        Assert.Contains("The village book, The village, 2026", page, StringComparison.Ordinal);
        Assert.Contains("The content that the program brought, revision", page, StringComparison.Ordinal);
        Assert.Contains("The guide gives the same answer today.", page, StringComparison.Ordinal);
        Assert.Contains($"[{NumberIn(card.GetRawText())}]({village.Guide.Address}answers/", card.GetRawText(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task WhatWasSaid_StaysAfterARelease_AWithdrawal_ARollback_AndRetention(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var village = await VillageGuide.StartAsync(database);
        var first = await NumberAsync(village);
        await village.PublishAsync("village/shed.md", SmallContent.Article("shed", "bicycle shed", Moved, "hall", "pond"));
        var second = await NumberAsync(village);
        Assert.NotEqual(first, second);
        Assert.Contains("has changed since", await PageAsync(village, first), StringComparison.Ordinal);
        Assert.Contains("Release 1 of the knowledge base", await PageAsync(village, second), StringComparison.Ordinal);

        village.Time.Advance(TimeSpan.FromDays(3));
        await village.Get<WithdrawnArticles>().WithdrawAsync("shed", "29:secret-admin", "The gate is the west gate. Ring 01632 960983.", Ct);
        var withdrawn = await PageAsync(village, second);
        Assert.Contains("This answer was withdrawn on 25 November 2026, because: The gate is the west gate.", withdrawn, StringComparison.Ordinal);
        Assert.Contains(Moved, withdrawn, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-admin", withdrawn, StringComparison.Ordinal);
        Assert.DoesNotContain("960983", withdrawn, StringComparison.Ordinal);

        village.Time.Advance(TimeSpan.FromDays(1));
        await village.Get<WithdrawnArticles>().RestoreAsync("shed", "29:secret-admin", "It was the east gate.", Ct);
        Assert.Contains("An answer to this is shown again since 26 November 2026.", await PageAsync(village, second), StringComparison.Ordinal);

        await village.Get<Publishing>().RollBackAsync(0, new Editor("29:editor", "Back."), Ct);
        // As if all were older than the settings allow.
        await village.Get<OldRows>().DeleteAsync(-4_000, Ct);
        Assert.Contains("gate 1", await PageAsync(village, first), StringComparison.Ordinal);
        Assert.Contains(Moved, await PageAsync(village, second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSameAnswerOnADay_IsOneRow_WhoeverAsksAndHoweverOften()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var village = await VillageGuide.StartAsync(database);
        var numbers = new List<string>();
        foreach (var question in (string[])[Shed, Shed, "bicycle shed location", "show me the way to the bicycle shed"]) numbers.Add(NumberIn((await village.Guide.AskAsync(question)).GetRawText()));

        Assert.Single(numbers.Distinct());
        Assert.Equal((1, 1), await CountAsync(village));

        village.Time.Advance(TimeSpan.FromDays(1));
        Assert.NotEqual(numbers[0], await NumberAsync(village));
        Assert.Equal((2, 1), await CountAsync(village));
    }

    [Fact]
    public async Task AnotherReplica_AndAStartLater_GiveTheSameNumber()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        var time = new FakeTime();
        string first;
        await using (var before = await VillageGuide.StartAsync(database, time)) first = await NumberAsync(before);

        await using var after = await VillageGuide.StartAsync(database, time);

        Assert.Contains("gate 1", await PageAsync(after, first), StringComparison.Ordinal);
        Assert.Equal(first, await NumberAsync(after));
        Assert.Equal((1, 1), await CountAsync(after));
    }

    [Fact]
    public async Task NeitherQuestionNorPerson_IsKept()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var village = await VillageGuide.StartAsync(database);
        var person = Person.New();
        await village.Guide.AskAsync("I am looking for the bicycle shed", person);
        await village.Guide.FlushAsync();

        await using var connection = await village.Get<Database>().OpenAsync(Ct);
        var all = string.Join('\n', await connection.QueryAsync<string>("select c.id || c.subject || c.day || c.revision || t.body from certificate c join certificate_text t on t.digest = c.digest"));
        Assert.Contains("gate 1", all, StringComparison.Ordinal);
        Assert.DoesNotContain("looking for", all, StringComparison.Ordinal);
        Assert.DoesNotContain(person.UserId, all, StringComparison.Ordinal);
        Assert.DoesNotContain(person.ConversationId, all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAnswerFromRecords_HasANumberToo_AndARefusalHasNone()
    {
        var guide = await SharedGuide.Instance;

        var card = await guide.AskAsync("Who are the partners in Dorset?");
        await guide.FlushAsync();
        using var response = await guide.Client.GetAsync($"/answers/{NumberIn(card.GetRawText())}", Ct);
        var page = await response.Content.ReadAsStringAsync(Ct);

        Assert.Contains("Dorset: key partners", page, StringComparison.Ordinal);
        Assert.DoesNotContain("today", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Answer number", (await guide.AskAsync("What is the capital of France?")).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAnswerPutIntoSomebodysMessage_BearsTheSameNumber()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var village = await VillageGuide.StartAsync(database);

        var shared = village.Get<SharedAnswers>().Find("bicycle shed")[0];

        Assert.Equal(await NumberAsync(village), NumberIn(JsonDocument.Parse(shared.Card.ToUtf8Json()).RootElement.GetRawText()));
    }

    [Theory]
    [InlineData("https://guide.example.nhs.uk/", HttpStatusCode.OK)]
    [InlineData("", HttpStatusCode.NotFound)]
    public async Task OutsideDevelopment_ThePageIsThere_WhereThereIsAPublicAddress(string address, HttpStatusCode status)
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var guide = await GuideOnKestrel.StartAsync(new GuideSetup
        {
            Environment = "Production",
            Settings = [("Bot:Database:ConnectionString", database.ConnectionString), ("Bot:PublicUrl", address)],
        });
        var snapshot = guide.Get<KnowledgeStore>().Current;
        var article = guide.Get<Answering>().Article(snapshot.Find("ics")!, snapshot, new CardContext("0123456789ab", new DateOnly(2026, 11, 26)));
        var card = JsonDocument.Parse(article.ToUtf8Json()).RootElement.GetRawText();
        await guide.FlushAsync();

        using var response = await guide.Client.GetAsync($"/answers/{NumberIn(card)}", Ct);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(address.Length > 0, card.Contains($"({address}answers/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("K7RF-3NHT-9X2C", "This number has a slip.")]
    [InlineData("%3Cscript%3Ealert(1)%3C%2Fscript%3E", "This number has a slip.")]
    [InlineData("2222-2222-2222", "The number is well formed, but this guide gave no answer with it.")]
    public async Task ANumberOfNoAnswer_IsSaidSo(string number, string words)
    {
        var guide = await SharedGuide.Instance;

        using var response = await guide.Client.GetAsync($"/answers/{number}", Ct);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var page = await response.Content.ReadAsStringAsync(Ct);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private static async Task<string> NumberAsync(VillageGuide village) => NumberIn((await village.Guide.AskAsync(Shed)).GetRawText());

    private static string NumberIn(string card) => Numbers().Match(card).Value;

    private static async Task<string> PageAsync(VillageGuide village, string number)
    {
        await village.Guide.FlushAsync();
        return WebUtility.HtmlDecode(await village.Guide.Client.GetStringAsync($"/answers/{number}", Ct));
    }

    private static async Task<(long Answers, long Texts)> CountAsync(VillageGuide village)
    {
        await village.Guide.FlushAsync();
        await using var connection = await village.Get<Database>().OpenAsync(Ct);
        return (await connection.ExecuteScalarAsync<long>("select count(*) from certificate"), await connection.ExecuteScalarAsync<long>("select count(*) from certificate_text"));
    }

    [GeneratedRegex("(?<=Answer number \\[?)[2-9A-X]{4}-[2-9A-X]{4}-[2-9A-X]{4}")]
    private static partial Regex Numbers();
}
