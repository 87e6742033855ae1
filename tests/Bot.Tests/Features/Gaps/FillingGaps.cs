using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Knowledge;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Drafts;
using Bot.Storage;
using Bot.Tests.Storage;
using Bot.Tests.Support;
using Bot.Tests.Whole;
using Dapper;

namespace Bot.Tests.Features.Gaps;

public sealed class FillingGaps
{
    private static readonly string[] Irons = ["who puts new irons on my mare", "who puts irons on a mare", "new irons for my mare please"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task WhatManyAskedInVain_StandsTogetherOnTheBoard_WithoutAPerson(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var village = await VillageGuide.StartAsync(database);
        await using var replica = await VillageGuide.StartAsync(database, village.Time);
        var askers = await AskAsync(village, [Irons[0], .. Irons, "my number is 943 476 5919, when does the ferry to France leave"]);

        var card = await SayAsync(replica, Person.New(), "show me the gap board");
        var text = CardReading.VisibleText(card);

        Assert.Equal("Gap board", CardReading.Heading(card));
        Assert.Contains("2 groups of questions, asked 5 times without an answer that helped.", text, StringComparison.Ordinal);
        Assert.Contains($"Group 1: {Irons[0]}", text, StringComparison.Ordinal);
        Assert.Contains("Asked 4 times, on 22 November 2026, in 3 wordings.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("943", text, StringComparison.Ordinal);
        Assert.All(askers, asker => Assert.DoesNotContain(asker.UserId, card.GetRawText(), StringComparison.Ordinal));

        var group = await OpenAsync(replica, card, 1);
        var inside = CardReading.VisibleText(group);
        Assert.Contains($"{Irons[0]} (twice)", inside, StringComparison.Ordinal);
        Assert.Contains("Shown instead: a refusal (4 times).", inside, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.Kinds), MemberType = typeof(Databases))]
    public async Task InTwoTaps_AGroupBecomesWordings_AndJoinsTheQuestionSet(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var village = await VillageGuide.StartAsync(database);
        await AskAsync(village, [Irons[0], .. Irons]);
        var editor = Person.New();
        var group = await OpenAsync(village, await SayAsync(village, editor, "gap board"), 1, editor);

        var form = await DialogAsync(village, editor, Button(group, part => part.StartsWith("Add to: ", StringComparison.Ordinal)), "task/fetch");
        var closed = await DialogAsync(village, editor, Button(form, "Save as draft"), "task/submit", [.. Fields(form), ("article", "mill")]);

        Assert.Equal(JsonValueKind.Undefined, closed.ValueKind);
        var draft = await village.Get<Drafting>().CurrentAsync(Ct);
        var content = ContentFolder.Read(draft.Files).Content!;
        Assert.Superset(Irons.ToHashSet(), Wordings(content, "mill").ToHashSet());
        Assert.Equal([Irons[0]], content.Kept["mill"]);
        Assert.All(draft.Rows, row => Assert.Contains("no answer helped them (gap board: Asked 4 times, on 22 November 2026)", row.Why, StringComparison.Ordinal));
        Assert.All(draft.Rows, row => Assert.Equal(AadOf(editor), row.Who));
        Assert.Contains("No question waits", CardReading.VisibleText(await SayAsync(village, editor, "gap board")), StringComparison.Ordinal);

        await village.PublishAsync();
        Assert.StartsWith("Where the water mill stands", await village.AnswerAsync(Irons[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AGroup_BecomesAnArticle_ThatSaysItIsNotChecked()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var village = await VillageGuide.StartAsync(database);
        await AskAsync(village, [Irons[0], .. Irons]);
        var editor = Person.New();
        var group = await OpenAsync(village, await SayAsync(village, editor, "gap board"), 1, editor);
        var form = await DialogAsync(village, editor, Button(group, "Begin an article"), "task/fetch");
        Assert.Contains((("question", Irons[0])), Fields(form));

        var wrong = await DialogAsync(village, editor, Button(form, "Save as draft"), "task/submit", [.. Fields(form), ("heading", "Who shoes horses?"), ("short", "The smith shoes horses, etc.")]);
        Assert.Contains("Not saved.", CardReading.VisibleText(wrong), StringComparison.Ordinal);
        Assert.Contains((("short", "The smith shoes horses, etc.")), Fields(wrong));
        Assert.Empty((await village.Get<Drafting>().CurrentAsync(Ct)).Rows);

        await DialogAsync(village, editor, Button(wrong, "Save as draft"), "task/submit", [.. Fields(wrong), ("heading", "Who shoes horses?"), ("short", "The smith shoes horses.")]);
        var draft = Assert.Single((await village.Get<Drafting>().CurrentAsync(Ct)).Rows);
        var article = ContentFolder.Readable((await village.Get<Drafting>().CurrentAsync(Ct)).Files).Single(one => one.Place.Path == draft.Path);
        Assert.Equal(("asked/who-shoes-horses.md", ArticleStatus.Unverified, "Who shoes horses", Irons[0], "The smith shoes horses."), (draft.Path, article.Status, article.Heading, article.Question, article.Short));
        Assert.Equal("", article.Detail);
        Assert.Empty(article.Sources);

        await village.PublishAsync();
        Assert.Contains("Not verified", await village.AnswerAsync(Irons[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AGroup_IsNotOurs_OrDismissed()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var village = await VillageGuide.StartAsync(database);
        await AskAsync(village, [Irons[0], Irons[0], "when does the ferry to France leave"]);
        var editor = Person.New();
        var board = await SayAsync(village, editor, "gap board");

        await SaveAsync(village, editor, await OpenAsync(village, board, 2, editor), "Not ours", "Save as draft");
        var content = ContentFolder.Read((await village.Get<Drafting>().CurrentAsync(Ct)).Files).Content!;
        Assert.Equal(["when does the ferry to France leave"], content.NotOurs["asked"]);
        Assert.Equal(["when does the ferry to France leave"], content.Kept["refused"]);

        await village.PublishAsync();
        Assert.StartsWith("Not covered in this guide", await village.AnswerAsync("when does the ferry to France leave"), StringComparison.Ordinal);

        await SaveAsync(village, editor, await OpenAsync(village, board, 1, editor), "Dismiss", "Dismiss the group");
        await AskAsync(village, [Irons[0]]);
        Assert.Contains("No question waits", CardReading.VisibleText(await SayAsync(village, editor, "gap board")), StringComparison.Ordinal);
        var audit = await village.Get<AuditRows>().ListAsync(null, 20, Ct);
        Assert.Contains(audit, entry => entry.Action == "gap dismissed" && entry.Who == AadOf(editor) && entry.Why.Contains("Asked 2 times", StringComparison.Ordinal));
        // The log is kept for good, and questions are not.
        Assert.DoesNotContain(audit, entry => $"{entry.What} {entry.Why}".Contains("irons", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnAnswerThatDidNotHelp_IsAGap_UntilItIsDealtWith()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var village = await VillageGuide.StartAsync(database);
        var person = Person.New();
        await village.Guide.SendAsync(person.Says("where is the duck pond", village.Guide.Connector.ServiceUrl));
        var answer = GuideOnKestrel.CardOf((await village.Guide.SentToAsync(person, 1))[0]);
        await village.Guide.PressAsync(person, CardReading.Button(answer, "No, it did not"));
        await village.Guide.FlushAsync();
        var editor = Person.New();

        var board = await SayAsync(village, editor, "gap board");
        Assert.Contains("Shown instead: \"Where the duck pond stands\", which did not help (once).", CardReading.VisibleText(board), StringComparison.Ordinal);
        var group = await OpenAsync(village, board, 1, editor);
        var form = await DialogAsync(village, editor, Button(group, part => part.StartsWith("Add to: ", StringComparison.Ordinal)), "task/fetch");
        var again = await DialogAsync(village, editor, Button(form, "Save as draft"), "task/submit", [.. Fields(form), ("article", "mill")]);

        Assert.Contains("Not saved. This wording belongs to 'Where the duck pond stands' already.", CardReading.VisibleText(again), StringComparison.Ordinal);
        await SaveAsync(village, editor, group, "Dismiss", "Dismiss the group");
        Assert.Contains("No question waits", CardReading.VisibleText(await SayAsync(village, editor, "gap board")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retention_TakesQuestionsOffTheBoard_AndAnAnswerThatCameMeanwhileToo()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var village = await VillageGuide.StartAsync(database);
        await AskAsync(village, [Irons[0]]);
        await village.Get<OldRows>().DeleteAsync(-1, Ct);

        Assert.Contains("No question waits", CardReading.VisibleText(await SayAsync(village, Person.New(), "gap board")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABoardOfManyGroups_IsPaged()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var village = await VillageGuide.StartAsync(database);
        string[] strangers = ["ferry to france", "price of saffron", "knitting needles size", "volcano eruption yesterday", "piano tuner wanted", "satellite orbit height", "butterfly species list"];
        foreach (var text in strangers)
            await village.Get<QuestionLog>().WriteAsync(new AskedQuestion { Text = text, Outcome = "refused", ConversationKind = "personal", At = village.Time.GetUtcNow() }, Ct);
        await village.Guide.FlushAsync();
        var editor = Person.New();

        var first = await SayAsync(village, editor, "gap board");
        var second = (await village.Guide.PressAsync(editor, CardReading.Button(first, "Next page"))).GetProperty("value");

        Assert.Contains("Page 1 of 2.", CardReading.VisibleText(first), StringComparison.Ordinal);
        Assert.Contains("Page 2 of 2.", CardReading.VisibleText(second), StringComparison.Ordinal);
        Assert.Equal(7, strangers.Count(text => $"{CardReading.VisibleText(first)} {CardReading.VisibleText(second)}".Contains(text, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task WhoHasNoRole_SeesNoBoard()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var village = await VillageGuide.StartAsync(database, null, ("Bot:Roles:Admins:0", Guid.NewGuid().ToString()));
        await AskAsync(village, Irons);

        Assert.NotEqual("Gap board", CardReading.Heading(await village.Guide.AskAsync("gap board")));
    }

    private static async Task<List<Person>> AskAsync(VillageGuide village, string[] questions)
    {
        var people = new List<Person>();
        foreach (var question in questions)
        {
            people.Add(Person.New());
            await village.Guide.AskAsync(question, people[^1]);
        }

        await village.Guide.FlushAsync();
        return people;
    }

    private static Task<JsonElement> SayAsync(VillageGuide village, Person person, string text) => village.Guide.AskAsync(text, person);

    private static async Task<JsonElement> OpenAsync(VillageGuide village, JsonElement board, int number, Person? person = null) =>
        (await village.Guide.PressAsync(person ?? Person.New(), CardReading.Button(board, $"Open group {number}"))).GetProperty("value");

    private static async Task SaveAsync(VillageGuide village, Person person, JsonElement group, string open, string save)
    {
        var form = await DialogAsync(village, person, Button(group, open), "task/fetch");
        var closed = await DialogAsync(village, person, Button(form, save), "task/submit", [.. Fields(form)]);
        Assert.Equal(JsonValueKind.Undefined, closed.ValueKind);
    }

    private static async Task<JsonElement> DialogAsync(VillageGuide village, Person person, JsonObject data, string name, params (string Field, string Value)[] inputs)
    {
        foreach (var (field, value) in inputs) data[field] = value;
        using var response = await village.Guide.PostAsync(person.Dialog(name, data, village.Guide.Connector.ServiceUrl));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = await response.Content.ReadAsStringAsync(Ct);
        return body.Length == 0 ? default : JsonElement.Parse(body).GetProperty("task").GetProperty("value").GetProperty("card").GetProperty("content");
    }

    private static JsonObject Button(JsonElement card, string title) => Button(card, part => part == title);

    private static JsonObject Button(JsonElement card, Func<string, bool> title) => JsonNode.Parse(Parts(card).First(part =>
        part.TryGetProperty("title", out var text) && title(text.GetString()!) && part.TryGetProperty("data", out _)).GetProperty("data").GetRawText())!.AsObject();

    private static IEnumerable<(string Field, string Value)> Fields(JsonElement card) =>
        from part in Parts(card)
        where part.TryGetProperty("type", out var type) && type.GetString()!.StartsWith("Input.", StringComparison.Ordinal)
        select (part.GetProperty("id").GetString()!, part.TryGetProperty("value", out var value) ? value.GetString()! : "");

    private static IEnumerable<JsonElement> Parts(JsonElement part)
    {
        if (part.ValueKind == JsonValueKind.Array) return part.EnumerateArray().SelectMany(Parts);
        if (part.ValueKind != JsonValueKind.Object) return [];
        return part.EnumerateObject().Where(p => p.Name is "body" or "items" or "columns" or "actions").SelectMany(p => Parts(p.Value)).Prepend(part);
    }

    private static IEnumerable<string> Wordings(Content content, string id)
    {
        var article = content.Articles.Single(one => one.Id == id);
        return article.Alternates.Concat(article.Variants);
    }

    private static string AadOf(Person person) => person.Says("x")["from"]!["aadObjectId"]?.GetValue<string>() ?? person.UserId;
}
