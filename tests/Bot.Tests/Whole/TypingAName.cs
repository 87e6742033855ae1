using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Knowledge;
using Bot.Tests.Fakes;

namespace Bot.Tests.Whole;

public sealed class TypingAName
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("trusts", "barnsley", "Barnsley Hospital NHS Foundation Trust")]
    [InlineData("trusts", "Barnsl", "Barnsley Hospital NHS Foundation Trust")]
    [InlineData("trusts", "barnsly", "Barnsley Hospital NHS Foundation Trust")]
    [InlineData("trusts", "RFF", "Barnsley Hospital NHS Foundation Trust")]
    [InlineData("trusts", "hosp barns", "Barnsley Hospital NHS Foundation Trust")]
    [InlineData("trusts", "st georges", "St George's University Hospitals NHS Foundation Trust")]
    [InlineData("footprints", "dorset", "Dorset")]
    [InlineData("footprints", "south york", "South Yorkshire")]
    [InlineData("footprints", "Barnsley", "South Yorkshire")]
    [InlineData("footprints", "south yorkshir and bassetlaw", "South Yorkshire")]
    public async Task APartOfAName_ASlipOrACode_FindsIt(string dataset, string typed, string title)
    {
        var results = await SearchAsync(dataset, typed);

        Assert.Contains(title, results.Take(5).Select(r => r.Title));
    }

    [Fact]
    public async Task AllThatIsOffered_IsWhatTheCardUnderstands()
    {
        var guide = await SharedGuide.Instance;
        var records = guide.Get<KnowledgeStore>().Current.Records;

        Assert.All(await SearchAsync("trusts", "hospital"), r => Assert.NotNull(records.Find($"trust:{r.Value}")));
        Assert.All(await SearchAsync("footprints", ""), r => Assert.NotNull(records.Find(r.Value)));
    }

    [Theory]
    [InlineData("trusts")]
    [InlineData("footprints")]
    public async Task NothingTyped_GivesFifteen_InOrder(string dataset)
    {
        var titles = (await SearchAsync(dataset, "")).Select(r => r.Title).ToArray();

        Assert.Equal(15, titles.Length);
        Assert.Equal(titles.Order(StringComparer.Ordinal), titles);
    }

    [Fact]
    public async Task WhereTheTrustIsKnown_ItAndItsNeighboursComeFirst()
    {
        var person = Person.New();
        var guide = await SharedGuide.Instance;
        await guide.PostForRepliesAsync(person.Says("my trust is Barnsley Hospital"));
        await guide.FlushAsync();

        var trusts = (await SearchAsync("trusts", "", person)).Select(r => r.Title).ToArray();
        var footprints = (await SearchAsync("footprints", "", person)).Select(r => r.Title).ToArray();

        Assert.Equal("Barnsley Hospital NHS Foundation Trust", trusts[0]);
        Assert.Contains("Sheffield Children's NHS Foundation Trust", trusts.Take(8));
        Assert.Equal("South Yorkshire", footprints[0]);
        Assert.Contains("West Yorkshire", footprints.Take(4));
    }

    [Fact]
    public async Task TheNextFifteen_FollowTheFirst()
    {
        var first = await SearchAsync("trusts", "hospital");
        var next = await SearchAsync("trusts", "hospital", skip: 15);

        Assert.Equal(15, next.Count);
        Assert.Empty(first.Select(r => r.Value).Intersect(next.Select(r => r.Value)));
    }

    [Theory]
    [InlineData("zzzzqqq")]
    [InlineData("<script>")]
    [InlineData("🏥")]
    public async Task WhatNobodyIsCalled_FindsNothing(string typed) => Assert.Empty(await SearchAsync("trusts", typed));

    [Theory]
    [InlineData("""{"queryText":"a"}""")]
    [InlineData("""{"queryText":"a","dataset":"patients"}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task ADamagedSearch_IsRefusedInWords(string value)
    {
        var answer = await AnswerAsync(Person.New(), JsonNode.Parse(value));

        Assert.Equal("application/vnd.microsoft.error", answer.GetProperty("type").GetString());
        Assert.NotEmpty(answer.GetProperty("value").GetProperty("message").GetString()!);
    }

    [Fact]
    public async Task ALongQuery_IsAnswered() => Assert.Empty(await SearchAsync("trusts", new string('x', 100_000)));

    private static async Task<IReadOnlyList<(string Title, string Value)>> SearchAsync(string dataset, string typed, Person? person = null, int skip = 0)
    {
        var value = RecordedActivity.Load("TeamsTypeahead")["value"]!.DeepClone();
        (value["dataset"], value["queryText"], value["queryOptions"]!["skip"]) = (dataset, typed, skip);
        var answer = await AnswerAsync(person ?? Person.New(), value);
        Assert.Equal(200, answer.GetProperty("statusCode").GetInt32());
        Assert.Equal("application/vnd.microsoft.search.searchResponse", answer.GetProperty("type").GetString());
        return [.. answer.GetProperty("value").GetProperty("results").EnumerateArray().Select(r => (r.GetProperty("title").GetString()!, r.GetProperty("value").GetString()!))];
    }

    private static async Task<JsonElement> AnswerAsync(Person person, JsonNode? value)
    {
        var guide = await SharedGuide.Instance;
        var activity = person.Invokes("application/search", guide.Connector.ServiceUrl);
        activity["value"] = value;
        using var response = await guide.PostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync(Ct));
    }
}
