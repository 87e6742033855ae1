using Azure.Core;
using Azure.Identity;
using Bot.AzureAnswers;
using Bot.Tests.Fakes;
using Bot.Tests.Support;
using Bot.Tests.Whole;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.AzureAnswers;

/// <summary>Whatever the service does, the engine answers, and the guide goes back to the service by itself.</summary>
public sealed class LivingWithoutAzure : IAsyncLifetime
{
    private const string Question = "what is an accountable care organisation";

    private readonly FakeTime _time = new();
    private FakeQuestionAnswering _azure = null!;

    public static TheoryData<int, string, bool> Errors { get; } = new()
    {
        // Every code of the error model, with the status that belongs to it; and whether it rests at the first.
        { 400, "InvalidRequest", false }, { 400, "InvalidArgument", false }, { 401, "Unauthorized", true }, { 403, "Forbidden", true }, { 404, "NotFound", true },
        { 404, "ProjectNotFound", true }, { 404, "OperationNotFound", true }, { 404, "AzureCognitiveSearchNotFound", true }, { 404, "AzureCognitiveSearchIndexNotFound", true },
        { 429, "TooManyRequests", true }, { 429, "QuotaExceeded", true }, { 503, "AzureCognitiveSearchThrottling", true }, { 400, "AzureCognitiveSearchIndexLimitReached", false },
        { 500, "InternalServerError", false }, { 503, "ServiceUnavailable", false }, { 504, "Timeout", false }, { 409, "Conflict", false }, { 400, "Warning", false },
        { 418, "SomethingNew", false }, { 302, "", false },
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _azure = await FakeQuestionAnswering.StartAsync();

    public ValueTask DisposeAsync() => _azure.DisposeAsync();

    [Theory, MemberData(nameof(Errors))]
    public async Task AnError_IsAnsweredByTheEngine(int status, string code, bool rests)
    {
        _azure.Fails("query", status, code);
        await using var guide = await AzureSetup.StartAsync(_azure, _time);

        Assert.Equal(BuiltInContent.Heading("aco"), CardReading.Heading(await guide.AskAsync(Question)));

        var state = guide.Get<AzureAnswersState>();
        Assert.Equal(1, state.Failed);
        Assert.Equal(rests ? AzureCondition.Resting : AzureCondition.NotAskedYet, state.Current.Condition);
        Assert.Equal(rests ? 1 : 0, guide.Log.Of(2200).Count);
        Assert.DoesNotContain(guide.Log.Entries, line => line.Text.Contains("accountable", StringComparison.Ordinal) || line.Text.Contains(FakeQuestionAnswering.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AThrottledService_IsLeftAloneAsLongAsItAsks_AndThenAnswersAgain()
    {
        _azure.Fails("query", 429, "TooManyRequests", "90");
        await using var guide = await AzureSetup.StartAsync(_azure, _time);
        await guide.AskAsync(Question);
        var resting = guide.Get<AzureAnswersState>().Current;
        Assert.Equal((AzureCondition.Resting, _time.GetUtcNow() + TimeSpan.FromSeconds(90)), (resting.Condition, resting.NextTry));
        Assert.Contains("asked more than it allows", resting.Why, StringComparison.Ordinal);

        _time.Advance(TimeSpan.FromSeconds(89));
        await guide.AskAsync(Question);
        Assert.Single(_azure.Calls);
        _time.Advance(TimeSpan.FromSeconds(2));
        _azure.Answers.Enqueue(AzureSetup.Article("stp", 0.9));

        Assert.Equal(BuiltInContent.Heading("stp"), CardReading.Heading(await guide.AskAsync(Question)));
        Assert.Equal((AzureCondition.Answering, ""), (guide.Get<AzureAnswersState>().Current.Condition, guide.Get<AzureAnswersState>().Current.Why));
        Assert.Equal(1, guide.Get<AzureAnswersState>().KeptBack);
        Assert.Single(guide.Log.Of(2200));
        Assert.Single(guide.Log.Of(2201));
    }

    [Fact]
    public async Task ThreeFailuresInARow_OpenTheCircuit_AndOneQuestionTriesAgain_AfterLongerAndLongerRests()
    {
        for (var i = 0; i < 5; i++) _azure.Fails("query", 500, "InternalServerError");
        await using var guide = await AzureSetup.StartAsync(_azure, _time);
        var state = guide.Get<AzureAnswersState>();
        for (var i = 0; i < 4; i++) await guide.AskAsync(Question);
        Assert.Equal((3, 1), ((int)state.Asked, (int)state.KeptBack));
        var since = state.Current.Since;

        foreach (var rest in new[] { 15, 30, 60 })
        {
            Assert.Equal(_time.GetUtcNow() + TimeSpan.FromSeconds(rest), state.Current.NextTry);
            _time.Advance(TimeSpan.FromSeconds(rest));
            await guide.AskAsync(Question);
            if (rest < 60) Assert.Equal((AzureCondition.Resting, since), (state.Current.Condition, state.Current.Since));
        }

        Assert.Equal(AzureCondition.Answering, state.Current.Condition);
        Assert.Single(guide.Log.Of(2200));
        Assert.Single(guide.Log.Of(2201));
    }

    [Fact]
    public async Task ASlowService_IsNotWaitedFor()
    {
        var released = new TaskCompletionSource();
        for (var i = 0; i < 3; i++) _azure.Next("query", _ => released.Task);
        await using var guide = await AzureSetup.StartAsync(_azure, null, ("Bot:AzureAnswers:Seconds", "0.2"));

        for (var i = 0; i < 3; i++) Assert.Equal(BuiltInContent.Heading("aco"), CardReading.Heading(await guide.AskAsync(Question)));
        released.SetResult();

        Assert.Contains("did not answer in time", guide.Get<AzureAnswersState>().Current.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"answers\":[{\"questions\":\"not a list\"}]}")]
    [InlineData("{\"answers\":")]
    [InlineData("<html>Sign in</html>")]
    [InlineData("{}")]
    [InlineData("")]
    public async Task ABrokenAnswer_IsAnsweredByTheEngine(string body)
    {
        _azure.Next("query", http => http.Response.WriteAsync(body, Ct));
        await using var guide = await AzureSetup.StartAsync(_azure, _time);

        Assert.Equal(BuiltInContent.Heading("aco"), CardReading.Heading(await guide.AskAsync(Question)));
        Assert.Equal(1, guide.Get<AzureAnswersState>().Failed);
    }

    [Fact]
    public async Task AnAnswerThatIsCutOff_OrFarTooLong_IsAnsweredByTheEngine()
    {
        _azure.Next("query", async http =>
        {
            http.Response.ContentLength = 1_000;
            await http.Response.WriteAsync("{\"answers\":[", Ct);
            http.Abort();
        });
        _azure.Next("query", http => http.Response.WriteAsync(new string(' ', 2_000_000), Ct));
        await using var guide = await AzureSetup.StartAsync(_azure, _time);

        for (var i = 0; i < 2; i++) Assert.Equal(BuiltInContent.Heading("aco"), CardReading.Heading(await guide.AskAsync(Question)));
        Assert.Equal(2, guide.Get<AzureAnswersState>().Failed);
    }

    [Fact]
    public async Task AHostThatIsNotThere_IsAnsweredByTheEngine()
    {
        await using var guide = await AzureSetup.StartAsync(_azure, _time, ("Bot:AzureAnswers:Endpoint", "https://nowhere.cognitiveservices.azure.com"));

        for (var i = 0; i < 3; i++) Assert.Equal(BuiltInContent.Heading("aco"), CardReading.Heading(await guide.AskAsync(Question)));
        Assert.Equal("Azure question answering cannot be reached", guide.Get<AzureAnswersState>().Current.Why);
    }

    [Fact]
    public async Task AnAnswerInAnotherCase_IsRead()
    {
        _azure.Next("query", http => http.Response.WriteAsync("""{"Answers":[{"Questions":["q"],"Answer":"a","ConfidenceScore":0.9,"Id":3,"Metadata":{"Article":"stp"}}]}""", Ct));
        await using var guide = await AzureSetup.StartAsync(_azure, _time);

        Assert.Equal(BuiltInContent.Heading("stp"), CardReading.Heading(await guide.AskAsync(Question)));
    }

    [Fact]
    public async Task MoreThanTheServiceTakesInASecond_StaysWithTheEngine()
    {
        await using var guide = await AzureSetup.StartAsync(_azure, _time, ("Bot:AzureAnswers:PerSecond", "2"));

        for (var i = 0; i < 5; i++) await guide.AskAsync(Question);
        Assert.Equal((2, 3), ((int)guide.Get<AzureAnswersState>().Asked, (int)guide.Get<AzureAnswersState>().KeptBack));
        _time.Advance(TimeSpan.FromSeconds(1));
        await guide.AskAsync(Question);

        Assert.Equal(3, guide.Get<AzureAnswersState>().Asked);
    }

    [Fact]
    public async Task WithoutAKey_ATokenOfTheResourcesScopeIsSent()
    {
        var credential = new FakeCredential();
        await using var guide = await WithCredentialAsync(credential);

        await guide.AskAsync(Question);

        Assert.Equal($"Bearer {FakeQuestionAnswering.Token}", Assert.Single(_azure.Calls).Proof);
        Assert.Equal("https://cognitiveservices.azure.com/.default", credential.Scope);
        Assert.Equal(AzureCondition.Answering, guide.Get<AzureAnswersState>().Current.Condition);
    }

    [Fact]
    public async Task WithoutATokenToBeHad_TheEngineAnswers_AndTheStateSaysWhatToSet()
    {
        await using var guide = await WithCredentialAsync(new FakeCredential { Fails = true });

        Assert.Equal(BuiltInContent.Heading("aco"), CardReading.Heading(await guide.AskAsync(Question)));

        Assert.Empty(_azure.Calls);
        Assert.Contains("Set Bot:AzureAnswers:Key, or one of the credentials of Bot:Auth", guide.Get<AzureAnswersState>().Current.Why, StringComparison.Ordinal);
    }

    private Task<GuideOnKestrel> WithCredentialAsync(TokenCredential credential) => GuideOnKestrel.StartAsync(new GuideSetup
    {
        Time = _time,
        Settings = AzureSetup.With(("Bot:AzureAnswers:Key", "")),
        Services = services =>
        {
            AzureSetup.Reach(services, _azure);
            services.AddKeyedSingleton(ProjectCalls.Credential, credential);
        },
    });

    private sealed class FakeCredential : TokenCredential
    {
        public bool Fails { get; init; }

        public string? Scope { get; private set; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scope = requestContext.Scopes[0];
            return Fails ? throw new CredentialUnavailableException("There is none.") : new(FakeQuestionAnswering.Token, DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
