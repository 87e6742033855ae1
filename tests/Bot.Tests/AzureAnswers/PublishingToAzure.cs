using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Bot.AzureAnswers.Authoring;
using Bot.Knowledge.Documents;
using Bot.Tests.Fakes;

namespace Bot.Tests.AzureAnswers;

public sealed class PublishingToAzure
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2021-10-01", "/language/query-knowledgebases/projects/guide")]
    [InlineData("2023-04-01", "/language/authoring/query-knowledgebases/projects/guide")]
    [InlineData("2025-05-15-preview", "/language/authoring/query-knowledgebases/projects/guide")]
    public async Task ARelease_IsImportedAndDeployed_AtBothFormsOfPath(string version, string root)
    {
        await using var publisher = await Publisher.StartAsync(("Bot:AzureAnswers:ApiVersion", version));
        var snapshot = await Publisher.SnapshotAsync();

        var report = await publisher.PushAsync();

        Assert.Null(report.Problem);
        Assert.Equal(["import", "deploy"], report.Jobs.Select(job => job.Name));
        Assert.Equal(snapshot.Content.Articles.Count, publisher.Azure.Project.Deployed.Count);
        Assert.Equal(["project", "describe", "import", "deploy", "describe"], publisher.Azure.Calls.Select(call => call.Operation).Where(name => name != "job"));
        Assert.All(publisher.Azure.Calls, call => Assert.StartsWith(root, call.Target.Replace("projects/p/", "projects/guide/", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.All(publisher.Azure.Calls, call => Assert.Contains($"api-version={version}", call.Target, StringComparison.Ordinal));
        Assert.Equal($"[ICS Guide release 0 ({snapshot.Revision})]", publisher.Azure.Project.Metadata!["description"]!.GetValue<string>());
        var stp = publisher.Azure.Project.Deployed.Single(pair => pair["metadata"]!["article"]!.GetValue<string>() == "stp");
        Assert.Equal(snapshot.Find("stp")!.Question, stp["questions"]![0]!.GetValue<string>());
        Assert.Null(report.Before);
        Assert.Equal($"editor: published to azure: ICS Guide release 0 ({snapshot.Revision}): {report.Pairs} pairs, project guide", Assert.Single(publisher.Get<List<string>>()));
    }

    [Fact]
    public async Task WhatWasThere_IsKeptFirst_AndCanBeBroughtBack_WithAllThatItsOwnerSet()
    {
        await using var publisher = await Publisher.StartAsync();
        Foreign(publisher.Azure.Project);

        var report = await publisher.PushAsync();

        Assert.Null(report.Problem);
        Assert.Equal(["project", "export", "result", "describe", "import", "deploy", "describe"], publisher.Azure.Calls.Select(call => call.Operation).Where(name => name != "job"));
        Assert.Contains("Blue permits", await File.ReadAllTextAsync(report.Before!, Ct), StringComparison.Ordinal);
        Assert.Equal("Ask the estates team.", publisher.Azure.Project.Metadata!["settings"]!["defaultAnswer"]!.GetValue<string>());
        Assert.StartsWith("Estates questions [ICS Guide release 0 (", publisher.Azure.Project.Metadata["description"]!.GetValue<string>(), StringComparison.Ordinal);

        var file = PairReader.Read(report.Before!, await File.ReadAllBytesAsync(report.Before!, Ct));
        Assert.Null((await publisher.FinishAsync(publisher.Get<ProjectPublishing>().RestoreAsync("before.json", file, "editor", Ct))).Problem);

        var back = Assert.Single(publisher.Azure.Project.Deployed);
        Assert.Equal(("Blue permits only.", "parking"), (back["answer"]!.GetValue<string>(), back["metadata"]!["topic"]!.GetValue<string>()));
        Assert.Equal("Estates questions [ICS Guide restored before.json]", publisher.Azure.Project.Metadata["description"]!.GetValue<string>());
    }

    [Fact]
    public async Task OnlyOwnPairs_AreUpdated_WhereTheProjectIsShared()
    {
        await using var publisher = await Publisher.StartAsync();
        var (project, snapshot) = (publisher.Azure.Project, await Publisher.SnapshotAsync());
        Foreign(project);
        project.Pairs.Add(Pair(60, "Old words.", ("article", "stp")));
        project.Pairs.Add(Pair(61, "Of an article that is gone.", ("article", "long-gone")));

        var report = await publisher.PushAsync(replaceAll: false);

        Assert.Null(report.Problem);
        Assert.Equal(snapshot.Content.Articles.Count + 1, project.Deployed.Count);
        Assert.Contains(project.Deployed, pair => pair["answer"]!.GetValue<string>() == "Blue permits only.");
        Assert.DoesNotContain(project.Deployed, pair => pair["answer"]!.GetValue<string>() == "Of an article that is gone.");
        var stp = project.Deployed.Single(pair => pair["metadata"]!["article"]?.GetValue<string>() == "stp");
        Assert.Equal(60, stp["id"]!.GetValue<int>());
        Assert.StartsWith(snapshot.Find("stp")!.Short, stp["answer"]!.GetValue<string>(), StringComparison.Ordinal);
        // Prompts lead to the pair of the article, whatever number the project gave it.
        var prompt = snapshot.Find("stp")!.Prompts[0];
        Assert.Equal(project.Deployed.Single(pair => pair["metadata"]!["article"]?.GetValue<string>() == prompt)["id"]!.GetValue<int>(), stp["dialog"]!["prompts"]![0]!["qnaId"]!.GetValue<int>());

        var calls = publisher.Azure.Of("update qnas").Count;
        Assert.Null((await publisher.PushAsync(replaceAll: false)).Problem);
        Assert.Equal(calls, publisher.Azure.Of("update qnas").Count);
    }

    [Theory]
    [InlineData("failed", "import: the job failed The service says: Unspecified Row 12 has no answer.")]
    [InlineData("partiallyCompleted", "import: the job was done in part only, which counts as failed The service says: Unspecified Row 12 has no answer.")]
    [InlineData("cancelled", "import: the job was cancelled")]
    [InlineData("expired", "import: the service does not know the job any more")]
    [InlineData("cancelling", "import: after 15 minutes the job was still cancelling")]
    [InlineData("someNewState", "import: after 15 minutes the job was still someNewState")]
    public async Task AJobThatDoesNotEndWell_IsAFailure_WithItsReason_AndNothingIsDeployed(string state, string says)
    {
        await using var publisher = await Publisher.StartAsync();
        Foreign(publisher.Azure.Project);
        publisher.Azure.Job("import", "notStarted", "running", state);
        publisher.Azure.JobErrors = [new JsonObject { ["code"] = "Unspecified", ["message"] = "Row 12 has no answer." }];

        var report = await publisher.PushAsync();

        Assert.StartsWith(says, report.Problem, StringComparison.Ordinal);
        Assert.EndsWith($"What was there before is in {report.Before}.", report.Problem, StringComparison.Ordinal);
        Assert.Empty(publisher.Azure.Of("deploy"));
        Assert.StartsWith("editor: not published to azure: ", Assert.Single(publisher.Get<List<string>>()), StringComparison.Ordinal);
        Assert.Equal("Estates questions [ICS Guide is publishing]", publisher.Azure.Project.Metadata!["description"]!.GetValue<string>());
        Assert.Null((await publisher.Get<ProjectPublishing>().LookAsync(Ct))!.Value.Mark);
    }

    [Theory]
    [InlineData("running", "Succeeded")]
    [InlineData("someNewState", "succeeded")]
    public async Task AStateInAnotherCase_OrAnUnknownOneOnTheWay_IsWaitedThrough(string on, string end)
    {
        await using var publisher = await Publisher.StartAsync();
        publisher.Azure.Job("import", on, end);

        Assert.Null((await publisher.PushAsync()).Problem);
    }

    [Fact]
    public async Task AThrottledCall_IsTriedAgain_AfterTheTimeItAsksFor()
    {
        await using var publisher = await Publisher.StartAsync();
        publisher.Azure.Fails("import", 429, "TooManyRequests", "0");
        publisher.Azure.Fails("job", 503, "ServiceUnavailable", "0");

        Assert.Null((await publisher.PushAsync()).Problem);
        Assert.Equal(2, publisher.Azure.Of("import").Count);
    }

    [Theory]
    [InlineData(401, "Unauthorized", "Cognitive Services Language Owner")]
    [InlineData(403, "Forbidden", "Cognitive Services Language Owner")]
    [InlineData(400, "InvalidArgument", "As scripted. The inner reason.")]
    public async Task ARefusedCall_SaysWhatToMend(int status, string code, string says)
    {
        await using var publisher = await Publisher.StartAsync();
        publisher.Azure.Fails("import", status, code);

        var problem = (await publisher.PushAsync()).Problem;

        Assert.Contains(says, problem, StringComparison.Ordinal);
        Assert.Contains($"(status {status}, {code})", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAddressOnAnotherHost_IsNotCalled_BecauseTheKeyWouldGoThere()
    {
        await using var publisher = await Publisher.StartAsync();
        publisher.Azure.ElsewhereForJobs = "https://elsewhere.example";

        Assert.Contains("named an address on another host (elsewhere.example)", (await publisher.PushAsync()).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAPlaceToKeepWhatIsThere_NothingIsChanged()
    {
        await using var publisher = await Publisher.StartAsync(("Bot:AzureAnswers:Exports", "/dev/null/exports"));
        Foreign(publisher.Azure.Project);

        Assert.Contains("so nothing was changed", (await publisher.PushAsync()).Problem, StringComparison.Ordinal);
        Assert.Empty(publisher.Azure.Of("describe"));
    }

    [Fact]
    public async Task AWithdrawnArticle_IsNotPublished_AndTheMarkSaysSo()
    {
        await using var publisher = await Publisher.StartAsync();
        var whole = await Publisher.SnapshotAsync();
        var snapshot = whole.With(new[] { "stp" }.ToFrozenSet(), []);

        var report = await publisher.FinishAsync(publisher.Get<ProjectPublishing>().PushAsync(snapshot, true, "editor", Ct));

        Assert.Null(report.Problem);
        Assert.DoesNotContain(publisher.Azure.Project.Deployed, pair => pair["metadata"]!["article"]!.GetValue<string>() == "stp");
        Assert.Contains("without 1 withdrawn", report.Mark, StringComparison.Ordinal);
    }

    private static void Foreign(FakeProject project)
    {
        project.Metadata = new JsonObject { ["projectName"] = "guide", ["description"] = "Estates questions", ["language"] = "en", ["settings"] = new JsonObject { ["defaultAnswer"] = "Ask the estates team." } };
        project.Pairs.Add(Pair(9, "Blue permits only.", ("topic", "parking")));
    }

    private static JsonObject Pair(int id, string answer, params (string Name, string Value)[] metadata) => new()
    {
        ["id"] = id,
        ["answer"] = answer,
        ["source"] = "Editorial",
        ["questions"] = new JsonArray("Which permit?"),
        ["metadata"] = new JsonObject(metadata.Select(m => KeyValuePair.Create(m.Name, (JsonNode?)m.Value))),
        ["dialog"] = new JsonObject { ["isContextOnly"] = false, ["prompts"] = new JsonArray() },
    };
}
