using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.AzureAnswers;
using Bot.Tests.Support;

namespace Bot.Tests.AzureAnswers;

/// <summary>Asks ajv, in Node, what the official description says about what is sent, and about what the fake answers.</summary>
public sealed class CheckingQueriesAgainstTheSchema
{
    private static readonly string Tools = Repository.PathOf("tests", "page-tools");
    private static readonly string Folder = Path.GetFullPath(Repository.PathOf("..", "shared", "schemas", "question-answering"));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryQuery_IsAsTheDescriptionSays_AndSoIsWhatTheFakeAnswers()
    {
        await using var publisher = await Publisher.StartAsync(("Bot:AzureAnswers:Metadata", "topic:basics"), ("Bot:AzureAnswers:Sources", "a.pdf"), ("Bot:AzureAnswers:Unstructured", "true"));
        await using var plain = await Publisher.StartAsync();
        Assert.Null((await plain.PushAsync()).Problem);
        await publisher.Get<AzureQuestions>().AskAsync("what is an STP", Ct);
        await publisher.Get<AzureQuestions>().FollowAsync(23, 9, Ct);
        await plain.Get<AzureQuestions>().AskAsync("what is an STP", Ct);
        var found = await plain.Get<AzureQuestions>().AskAsync("What is an STP?", Ct);
        Assert.NotEmpty(found!);

        var bodies = publisher.Azure.Of("query").Concat(plain.Azure.Of("query")).Index().ToDictionary(
            call => $"query {call.Index}", call => ("KnowledgeBaseQueryOptions", call.Item.Body));
        bodies["answers"] = ("KnowledgeBaseAnswers", plain.Azure.Project.Query(JsonNode.Parse("""{"question":"What is an STP?","top":3}""")!).ToJsonString());
        bodies["no answer"] = ("KnowledgeBaseAnswers", plain.Azure.Project.Query(JsonNode.Parse("""{"question":"zzz","confidenceScoreThreshold":0.5}""")!).ToJsonString());
        bodies["scripted"] = ("KnowledgeBaseAnswers", AzureSetup.Article("stp", 0.5, "span").ToJsonString());

        Assert.Equal(7, bodies.Count);
        Assert.Empty(await MistakesAsync(bodies));
    }

    [Fact]
    public async Task WhatIsWrong_IsFound() => Assert.Equal(2, (await MistakesAsync(new()
    {
        ["unknown name"] = ("KnowledgeBaseQueryOptions", """{"question":"q","personId":"p"}"""),
        ["wrong type"] = ("KnowledgeBaseQueryOptions", """{"qnaId":"23"}"""),
    })).Count);

    [Fact]
    public async Task TheOfficialSample_IsRead()
    {
        var file = Path.Combine(Folder, "SuccessfulQueryKnowledgebases.json");
        if (!File.Exists(file)) Assert.Skip("The official sample is not here: ../shared/schemas is absent.");
        await using var publisher = await Publisher.StartAsync();
        publisher.Azure.Answers.Enqueue(JsonNode.Parse(await File.ReadAllTextAsync(file, Ct))!["responses"]!["200"]!["body"]!.DeepClone().AsObject());

        var found = (await publisher.Get<AzureQuestions>().AskAsync("how long it takes to charge surface?", Ct))!;

        Assert.Equal([20, 13], found.Select(f => f.Id));
        Assert.Equal(("two to four hours", 0.65, "surface-pro-4-user-guide-EN.pdf", "api"), (found[0].Span, found[0].Confidence, found[0].Source, found[0].Metadata["category"]));
        Assert.Equal([new FoundPrompt(23, "prompt1"), new FoundPrompt(36, "prompt2")], found[0].Prompts);
    }

    private static async Task<Dictionary<string, string>> MistakesAsync(Dictionary<string, (string Definition, string Json)> bodies)
    {
        var schema = Path.Combine(Folder, "questionanswering-2021-10-01.definitions.json");
        if (!File.Exists(schema)) Assert.Skip("The official description of question answering is not here: ../shared/schemas is absent. Queries were not checked against it.");
        Requirement.Needs(Directory.Exists(Path.Combine(Tools, "node_modules", "ajv")), "Run npm ci in tests/page-tools to check queries against the schema.");
        var start = new ProcessStartInfo("node", ["check-query.mjs", schema]) { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = Tools };
        using var node = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        var output = node.StandardOutput.ReadToEndAsync(Ct);
        var input = new JsonObject(bodies.Select(b => KeyValuePair.Create(b.Key, (JsonNode?)new JsonObject { ["definition"] = b.Value.Definition, ["json"] = JsonNode.Parse(b.Value.Json) })));
        await node.StandardInput.WriteAsync(input.ToJsonString().AsMemory(), Ct);
        node.StandardInput.Close();
        await node.WaitForExitAsync(Ct);
        Assert.Equal(0, node.ExitCode);
        return JsonSerializer.Deserialize<Dictionary<string, string>>(await output)!;
    }
}
