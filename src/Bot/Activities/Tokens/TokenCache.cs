using Azure.Core;

namespace Bot.Activities.Tokens;

/// <summary>One scope's token: fetched once for all who wait, renewed five minutes before it ends, and before that where it was refused.</summary>
internal sealed class TokenCache(Func<CancellationToken, Task<AccessToken>> acquire, TimeProvider time)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    // A wrong secret does not become right by being sent a hundred times a second.
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private volatile HeldToken? _held;
    private Task<HeldToken>? _fetching;
    private DateTimeOffset _fetched = DateTimeOffset.MinValue;

    /// <exception cref="Exception">Whatever kept the token from being issued.</exception>
    public ValueTask<HeldToken> GetAsync(CancellationToken ct) =>
        _held is { } held && held.IsFreshAt(time.GetUtcNow()) ? new(held) : new(GetSlowlyAsync(ct));

    /// <summary>Another token than the one that was refused; the same where it was only just issued.</summary>
    public Task<HeldToken> RenewAsync(HeldToken refused, CancellationToken ct) =>
        refused.IsYoungAt(time.GetUtcNow()) ? Task.FromResult(refused) : Fetch(refused).WaitAsync(ct);

    private async Task<HeldToken> GetSlowlyAsync(CancellationToken ct)
    {
        var held = _held;
        try
        {
            return await Fetch(held).WaitAsync(ct);
        }
        catch (Exception) when (!ct.IsCancellationRequested && held?.IsAliveAt(time.GetUtcNow()) is true)
        {
            return held;
        }
    }

    private Task<HeldToken> Fetch(HeldToken? instead)
    {
        lock (_gate)
        {
            if (_held is { } other && other != instead)
                return Task.FromResult(other);
            if (_fetching is { IsCompleted: false })
                return _fetching;
            if (_fetching is { IsCompletedSuccessfully: false } && time.GetUtcNow() < _fetched + PauseAfterFailure)
                return _fetching;
            _fetched = time.GetUtcNow();
            return _fetching = Task.Run(FetchAsync);
        }
    }

    // Not under any caller's token: others wait for it too.
    private async Task<HeldToken> FetchAsync()
    {
        using var limit = new CancellationTokenSource(Limit, time);
        var token = await acquire(limit.Token);
        return _held = new HeldToken(token.Token, time.GetUtcNow(), token.ExpiresOn);
    }
}
