using System.Net.Http.Headers;
using Polly;
using Polly.Retry;

namespace Bot.Activities;

/// <summary>412, 429, 502 and 504 are tried again, as Teams asks: up to four tries, jittered, Retry-After first.</summary>
internal static class ConnectorRetries
{
    private const int Tries = 4;
    private static readonly TimeSpan s_longestBackOff = TimeSpan.FromSeconds(8);

    public static ResiliencePipeline<DeliveryResult> Build(ActivityOptions options, TimeProvider time)
    {
        var longestWait = TimeSpan.FromSeconds(options.LongestRetryAfterSeconds);
        return new ResiliencePipelineBuilder<DeliveryResult> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<DeliveryResult>
            {
                MaxRetryAttempts = Tries - 1,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromSeconds(options.RetryDelaySeconds),
                MaxDelay = s_longestBackOff,
                ShouldHandle = args => new(args.Outcome.Result is { MayTryAgain: true } result && !(result.RetryAfter > longestWait)),
                DelayGenerator = static args => new(args.Outcome.Result?.RetryAfter),
            })
            .Build();
    }

    public static TimeSpan? WaitAskedFor(RetryConditionHeaderValue? header, TimeProvider time)
    {
        var wait = header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
