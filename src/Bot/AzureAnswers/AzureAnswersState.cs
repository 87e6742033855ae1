using System.Globalization;
using Bot.Telemetry;
using Microsoft.Extensions.Options;

namespace Bot.AzureAnswers;

/// <summary>
/// A circuit breaker that can be looked at: three failures in a row, or one that lasts, open it; after a rest one question tries again.
/// For the doctor and for metrics.
/// </summary>
public sealed class AzureAnswersState
{
    private const int FailuresInARow = 3;
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(15), Longest = TimeSpan.FromMinutes(5), LongestAsked = TimeSpan.FromMinutes(15);

    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly ILogger<AzureAnswersState> _log;
    private readonly int _perSecond;
    private AzureStanding _now;
    private bool _probing;
    private int _failures, _rests, _inThisSecond;
    private long _second, _asked, _used, _failed, _keptBack;

    public AzureAnswersState(IOptions<AzureAnswersOptions> options, TimeProvider time, ILogger<AzureAnswersState> log)
    {
        (_time, _log, _perSecond) = (time, log, options.Value.PerSecond);
        _now = new(options.Value is { Answers: true, IsSet: true } ? AzureCondition.NotAskedYet : AzureCondition.Off, time.GetUtcNow(), "", null);
    }

    public AzureStanding Current => Volatile.Read(ref _now);

    /// <summary>Questions that were sent.</summary>
    public long Asked => Volatile.Read(ref _asked);

    /// <summary>Questions whose answer was taken from there.</summary>
    public long Used => Volatile.Read(ref _used);

    /// <summary>Questions that it failed to answer in time.</summary>
    public long Failed => Volatile.Read(ref _failed);

    /// <summary>Questions that were not sent because it rests, or because too many came in one second.</summary>
    public long KeptBack => Volatile.Read(ref _keptBack);

    /// <summary>A question may go there now. Whoever is told yes tells how it ended.</summary>
    internal bool MayAsk()
    {
        lock (_gate)
        {
            if (_now.Condition == AzureCondition.Off) return false;
            var now = _time.GetUtcNow();
            if ((_now.NextTry is { } next && (now < next || _probing)) || !HasRoom(now))
            {
                _keptBack++;
                Meters.AzureQuestions.Add(Tags.Outcome, "keptBack");
                return false;
            }

            _probing = _now.Condition == AzureCondition.Resting;
            _asked++;
            return true;
        }
    }

    internal void Succeeded()
    {
        lock (_gate)
        {
            (_probing, _failures, _rests) = (false, 0, 0);
            if (_now.Condition == AzureCondition.Answering) return;
            if (_now.Condition == AzureCondition.Resting) Log.AnswersAgain(_log);
            _now = new(AzureCondition.Answering, _time.GetUtcNow(), "", null);
        }
    }

    internal void Broke(AzureFault fault)
    {
        lock (_gate)
        {
            _failed++;
            Meters.AzureQuestions.Add(Tags.Outcome, "failed");
            _failures++;
            if (_now.Condition == AzureCondition.Resting && !_probing) return;
            if (_probing || fault.Lasts || fault.Kind == AzureFaultKind.Throttled || _failures >= FailuresInARow) Rest(fault);
        }
    }

    /// <summary>The turn ended before an answer came: neither good nor bad.</summary>
    internal void GivenUp()
    {
        lock (_gate) _probing = false;
    }

    internal void WasUsed(bool isUsed)
    {
        Meters.AzureQuestions.Add(Tags.Outcome, isUsed ? "used" : "aside");
        if (isUsed) Interlocked.Increment(ref _used);
    }

    private bool HasRoom(DateTimeOffset now)
    {
        var second = now.ToUnixTimeSeconds();
        if (second != _second) (_second, _inThisSecond) = (second, 0);
        return _inThisSecond++ < _perSecond;
    }

    private void Rest(AzureFault fault)
    {
        var now = _time.GetUtcNow();
        var wait = fault switch
        {
            { RetryAfter: { } asked } => asked > LongestAsked ? LongestAsked : asked < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : asked,
            { Lasts: true } => Longest,
            _ => TimeSpan.FromTicks(Math.Min(Longest.Ticks, Shortest.Ticks << Math.Min(_rests, 8))),
        };
        (_probing, _rests) = (false, _rests + 1);
        if (_now.Condition != AzureCondition.Resting) Log.Resting(_log, (now + wait).ToString("HH:mm:ss 'UTC'", CultureInfo.InvariantCulture), fault.Message);
        _now = new(AzureCondition.Resting, _now.Condition == AzureCondition.Resting ? _now.Since : now, fault.Message, now + wait);
    }
}
