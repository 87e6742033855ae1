using System.Diagnostics;
using System.Text.Json;
using Bot.Tests.Fakes;
using Bot.Tests.Support;
using Bot.Tests.Whole;

namespace Bot.Tests.AzureAnswers;

/// <summary><c>kb azure …</c> and <c>eval --engine azure</c> as people run them, against the fake.</summary>
public sealed class RunningCommands : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("icsguide-azure-").FullName;
    private FakeQuestionAnswering _azure = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _azure = await FakeQuestionAnswering.StartAsync();
        // The model is built once, by the service that the other tests share.
        await SharedGuide.Instance;
    }

    public async ValueTask DisposeAsync()
    {
        await _azure.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task ARelease_IsPushedLookedAtAndPulled()
    {
        foreach (var job in new[] { "import", "export", "deploy", "update sources" }) _azure.Job(job, "succeeded");

        Assert.Equal((1, "There is no such project yet. kb azure push makes it."), First(await RunAsync("kb", "azure", "status")));
        var pushed = await RunAsync("kb", "azure", "push", "--json");
        Assert.Equal(0, pushed.Code);
        var report = JsonElement.Parse(pushed.Output);
        Assert.Equal(["import", "deploy"], report.GetProperty("jobs").EnumerateArray().Select(job => job.GetProperty("name").GetString()));
        Assert.True(report.GetProperty("done").GetBoolean());
        var status = await RunAsync("kb", "azure", "status", "--json");
        Assert.Equal(0, status.Code);
        Assert.True(JsonElement.Parse(status.Output).GetProperty("isServed").GetBoolean());
        Assert.Equal("2026-11-26T09:05:00Z", JsonElement.Parse(status.Output).GetProperty("lastDeployed").GetString());

        var file = Path.Combine(_folder, "pulled.json");
        Assert.Equal(0, (await RunAsync("kb", "azure", "pull", file)).Code);
        Assert.Contains("\"Qnas\"", await File.ReadAllTextAsync(file, Ct), StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("kb", "azure", "pull", file)).Code);
        Assert.Equal(0, (await RunAsync("kb", "azure", "restore", file)).Code);

        var sources = await RunAsync("kb", "azure", "sources", "--add", "https://example.org/parking", "--whole", "--json");
        Assert.Equal(0, sources.Code);
        Assert.Contains("https://example.org/parking", sources.Output, StringComparison.Ordinal);
        Assert.Equal(
            """[{"op":"add","value":{"displayName":"https://example.org/parking","source":"https://example.org/parking","sourceUri":"https://example.org/parking","sourceKind":"url","contentStructureKind":"unstructured"}}]""",
            Assert.Single(_azure.Of("update sources")).Body);
        Assert.Equal(2, (await RunAsync("kb", "azure", "sources", "--add", "http://example.org")).Code);
        var audit = await RunAsync("kb", "audit");
        Assert.Contains("\"command line\",\"published to azure\",\"ICS Guide release 0", audit.Output, StringComparison.Ordinal);
        Assert.Contains("\"azure sources changed\",\"guide\",\"add https://example.org/parking\"", audit.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatFails_IsSaid_AndTheExitCodeShowsIt()
    {
        _azure.Fails("project", 403, "Forbidden");
        var status = await RunAsync("kb", "azure", "status");
        Assert.Equal(1, status.Code);
        Assert.Contains("Cognitive Services Language Reader", status.Errors, StringComparison.Ordinal);

        _azure.Job("import", "failed");
        var push = await RunAsync("kb", "azure", "push");
        Assert.Equal((1, "import: the job failed."), (push.Code, push.Output.TrimEnd().Split('\n')[^1]));
    }

    [Fact]
    public async Task WithoutAProjectInTheSettings_TheyAreAskedFor()
    {
        var run = await RunAsync(["kb", "azure", "status"], isSet: false);

        Assert.Equal(2, run.Code);
        Assert.Contains("Set Bot:AzureAnswers:Endpoint and Bot:AzureAnswers:Project first", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BothEngines_AreComparedOnOneSet()
    {
        _azure.Job("import", "succeeded");
        _azure.Job("deploy", "succeeded");
        await RunAsync("kb", "azure", "push");
        var set = Path.Combine(_folder, "set.jsonl");
        await File.WriteAllLinesAsync(set,
        [
            """{"id":"a","kind":"fact","q":"What is an STP?","expect":{"any":["partnership"]}}""",
            """{"id":"b","kind":"fact","q":"what is an accountable care organisation","expect":{"any":["accountable"]}}""",
            """{"id":"c","kind":"records","q":"Which footprint is Barnsley in?","expect":{"any":["South Yorkshire"]}}""",
            """{"id":"d","kind":"oos","q":"What will the weather be tomorrow?","expect":{"refuse":true}}""",
        ], Ct);
        _azure.Answers.Enqueue(AzureSetup.Article("stp", 0.9));
        _azure.Answers.Enqueue(AzureSetup.Article("three-gaps", 0.9));

        var run = await RunAsync("eval", set, "--engine", "azure", "--json");

        Assert.Equal(0, run.Code);
        var json = JsonElement.Parse(run.Output);
        Assert.Equal((1.0, 0.75), (json.GetProperty("engine").GetProperty("overall").GetDouble(), json.GetProperty("azure").GetProperty("overall").GetDouble()));
        Assert.Equal((2, 2), (json.GetProperty("decidedByAzure").GetInt32(), json.GetProperty("counts").GetProperty("asked").GetInt32()));
        var differs = Assert.Single(json.GetProperty("differing").EnumerateArray().ToArray());
        Assert.Equal("b", differs.GetProperty("id").GetString());
        Assert.Equal("aco", differs.GetProperty("engine").GetString());
        Assert.StartsWith("three-gaps (does not pass:", differs.GetProperty("azure").GetString(), StringComparison.Ordinal);

        var words = await RunAsync("eval", set, "--engine", "azure");
        Assert.Contains("Azure decided ", words.Output, StringComparison.Ordinal);
        Assert.Contains("refusal recall", words.Output, StringComparison.Ordinal);
    }

    private static (int Code, string Line) First((int Code, string Output, string Errors) run) => (run.Code, run.Output.Split('\n')[0].TrimEnd('\r'));

    private Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) => RunAsync(arguments, isSet: true);

    private Task<(int Code, string Output, string Errors)> RunAsync(string[] arguments, bool isSet)
    {
        List<(string, string)> settings =
            [("Bot:Database:ConnectionString", $"Data Source={Path.Combine(_folder, "guide.db")}"), ("Bot:Knowledge:Models", GuideOnKestrel.Models), ("Bot:AzureAnswers:Exports", _folder)];
        if (isSet) settings.AddRange([("Bot:AzureAnswers:Endpoint", _azure.Address), ("Bot:AzureAnswers:Project", "guide"), ("Bot:AzureAnswers:Key", FakeQuestionAnswering.Key)]);
        return GuideProgram.RunAsync(settings, arguments);
    }
}
