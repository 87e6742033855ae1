using System.Data.Common;
using Bot.AzureAnswers;
using Bot.AzureAnswers.Authoring;
using Bot.Knowledge;
using Bot.Storage;
using Bot.Tests.Fakes;
using Bot.Tests.Whole;
using Dapper;

namespace Bot.Tests.AzureAnswers;

/// <summary>The service keeps the project at what it serves.</summary>
public sealed class FollowingTheRelease : IAsyncLifetime
{
    private readonly FakeTime _time = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("icsguide-azure-").FullName;
    private FakeQuestionAnswering _azure = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _azure = await FakeQuestionAnswering.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _azure.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task WhatIsServed_IsBroughtThere_Once_AndAgainWhenAnArticleIsWithdrawn()
    {
        await using var guide = await StartAsync();
        var follower = guide.Get<ProjectFollower>();

        await UntilAsync(guide, () => guide.Get<PublishedToAzure>().Current is { Problem: null });
        await FinishAsync(follower.LookAsync(Ct));
        Assert.Single(_azure.Of("import"));

        guide.Get<KnowledgeStore>().Withdraw(["stp"]);
        await FinishAsync(follower.LookAsync(Ct));

        Assert.Equal(2, _azure.Of("import").Count);
        Assert.Contains("without 1 withdrawn", guide.Get<PublishedToAzure>().Current!.Mark, StringComparison.Ordinal);
        Assert.Equal(2, guide.Log.Of(2202).Count);
    }

    [Fact]
    public async Task AFailure_IsSaidOnce_RestsTenMinutes_AndIsMended()
    {
        for (var i = 0; i < 2; i++) _azure.Fails("describe", 403, "Forbidden");
        await using var guide = await StartAsync();
        var (follower, published) = (guide.Get<ProjectFollower>(), guide.Get<PublishedToAzure>());

        await UntilAsync(guide, () => published.Current is { Problem: not null });
        Assert.Contains("Cognitive Services Language Owner", published.Current!.Problem, StringComparison.Ordinal);
        var calls = _azure.Calls.Count;
        await FinishAsync(follower.LookAsync(Ct));
        Assert.Equal(calls, _azure.Calls.Count);

        _time.Advance(TimeSpan.FromMinutes(11));
        await UntilAsync(guide, () => published.Current is { Problem: null });

        Assert.Single(guide.Log.Of(2203));
        Assert.Single(guide.Log.Of(2202));
    }

    private Task<GuideOnKestrel> StartAsync() => AzureSetup.StartAsync(
        _azure, _time, ("Bot:AzureAnswers:Answers", "false"), ("Bot:AzureAnswers:Publishes", "true"), ("Bot:AzureAnswers:Exports", _folder));

    private async Task UntilAsync(GuideOnKestrel guide, Func<bool> done)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        await using var connection = await guide.Get<Database>().OpenAsync(limit.Token);
        while (!done())
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            do await Task.Delay(5, limit.Token);
            while (await OutrunsAsync(connection));
        }

        Assert.Equal(AzureCondition.Off, guide.Get<AzureAnswersState>().Current.Condition);
    }

    // The lease of a job at work is renewed every 20 seconds for a minute.
    private async Task<bool> OutrunsAsync(DbConnection connection) =>
        await connection.ExecuteScalarAsync<long?>("select held_until from lease where name = 'azure-answers'") is > 0 and var held
        && held < _time.GetUtcNow().AddSeconds(30).ToUnixTimeMilliseconds();

    private async Task FinishAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(task, Task.Delay(2, Ct));
        }

        await task;
    }
}
