using Bot.Activities;
using Bot.Cards;
using Bot.Features.Editing;
using Bot.Tests.Fakes;
using Bot.Turns;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Features.Editing;

/// <summary>A card that is brought up to date while the work goes on, by a clock that the test moves.</summary>
public sealed class ShowingHowFar : IReplyPath, IDisposable
{
    private readonly FakeTime _time = new();
    private readonly TaskCompletionSource<AdaptiveCard> _work = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _said = [];
    private readonly SemaphoreSlim _heard = new(0);
    private Action<AdaptiveCard> _show = _ => { };
    private bool _isGone;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ManySteps_AreShownNowAndThen_TheLatestOnly()
    {
        await StartAsync();
        for (var i = 1; i <= 300; i++) _show(Some.Card($"step {i}"));
        Assert.Equal(["new Start"], _said);

        await PassAsync(TimeSpan.FromSeconds(2));
        Assert.Equal(["new Start", "put step 300"], _said);

        // Nothing new is nothing to say.
        _time.Advance(TimeSpan.FromSeconds(6));
        _work.SetResult(Some.Card("end"));
        await _heard.WaitAsync(Ct);
        Assert.Equal(["new Start", "put step 300", "put end"], _said);
    }

    [Fact]
    public async Task WhereTheCardIsGone_TheEndComesAsANewMessage()
    {
        await StartAsync();
        _isGone = true;

        _work.SetResult(Some.Card("end"));
        await _heard.WaitAsync(Ct);

        Assert.Equal(["new Start", "new end"], _said);
    }

    [Fact]
    public async Task WorkThatBreaks_EndsWithWords()
    {
        await StartAsync();

        _work.SetException(new InvalidOperationException("A secret."));
        await _heard.WaitAsync(Ct);

        Assert.Equal("put This did not work", _said[^1]);
    }

    ValueTask<string?> IReplyPath.SendAsync(OutboundActivity a, CancellationToken ct) => new(Say("new", a));

    ValueTask<bool> IReplyPath.UpdateAsync(string activityId, OutboundActivity a, CancellationToken ct)
    {
        if (_isGone) return new(false);
        Say("put", a);
        return new(true);
    }

    ValueTask IReplyPath.TypingAsync(CancellationToken ct) => default;

    public void Dispose() => _heard.Dispose();

    private async Task StartAsync()
    {
        var activity = new Activity { Type = "message", Conversation = new() { Id = "a:1" }, From = new() { Id = "29:a" }, Recipient = new() { Id = "28:b" } };
        var service = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await new LongWork(service, _time, NullLogger<LongWork>.Instance).StartAsync(new TurnContext(activity, null, "", this, _time), Some.Card("Start"), (show, _) =>
        {
            _show = show;
            begun.SetResult();
            return _work.Task;
        }, Ct);
        await _heard.WaitAsync(Ct);
        await begun.Task.WaitAsync(Ct);
    }

    // The work's own thread has to come round before the clock's next step counts.
    private async Task PassAsync(TimeSpan span)
    {
        while (!await _heard.WaitAsync(TimeSpan.FromMilliseconds(20), Ct)) _time.Advance(span);
    }

    private string Say(string how, OutboundActivity a)
    {
        var title = System.Text.Json.JsonElement.Parse(ActivityWriter.ToUtf8(a).Span).GetProperty("attachments")[0].GetProperty("content").GetProperty("body")[0].GetProperty("text").GetString();
        lock (_said) _said.Add($"{how} {title}");
        _heard.Release();
        return "m-1";
    }
}
