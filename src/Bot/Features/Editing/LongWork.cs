using Bot.Cards;
using Bot.Turns;

namespace Bot.Features.Editing;

/// <summary>Work that outlasts a turn. The turn is answered at once with a card, and the card is brought up to date where it stands until the work has ended.</summary>
public sealed class LongWork(IHostApplicationLifetime service, TimeProvider time, ILogger<LongWork> log)
{
    // Teams takes one change of a message a second from a bot, and other replies want to be sent too.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(9);
    private const int PausesToMeanwhile = 3;

    private const string Stopped = "The service was stopped while this was under way. Nothing half is kept. Say \"status\" to see how things stand, then start it again.";
    private const string Broken = "Sorry, something went wrong. The problem has been noted. What is served has not changed. Say \"status\" to see how things stand.";

    /// <param name="turn">Whose card it is.</param>
    /// <param name="first">Shown at once.</param>
    /// <param name="work">Given a way to show how far it is; returns the last card.</param>
    /// <param name="ct">The turn's own end, which the work outlives.</param>
    /// <param name="meanwhile">Shown now and then where the work itself has nothing to show; given how long it has been at it.</param>
    public async ValueTask<TurnResult> StartAsync(
        TurnContext turn, AdaptiveCard first, Func<Action<AdaptiveCard>, CancellationToken, Task<AdaptiveCard>> work, CancellationToken ct, Func<TimeSpan, AdaptiveCard>? meanwhile = null)
    {
        if (!turn.MaySpeakLater) return await InTheTurnAsync(work, ct);
        var message = await turn.SendAsync(first, ct);
        _ = FollowAsync(turn, message, work, meanwhile);
        return turn.IsInvoke ? new TurnResult.Text("It is under way. The new card below shows how far it is.") : TurnResult.Nothing;
    }

    private async Task<TurnResult> InTheTurnAsync(Func<Action<AdaptiveCard>, CancellationToken, Task<AdaptiveCard>> work, CancellationToken ct)
    {
        var running = EndAsync(_ => { }, work);
        return await Task.WhenAny(running, Task.Delay(Patience, time, ct)) == running
            ? new TurnResult.Card(await running)
            : new TurnResult.Text("This takes a while and goes on. Say \"status\" in a minute to see how it ended.");
    }

    private async Task FollowAsync(TurnContext turn, string? message, Func<Action<AdaptiveCard>, CancellationToken, Task<AdaptiveCard>> work, Func<TimeSpan, AdaptiveCard>? meanwhile)
    {
        try
        {
            AdaptiveCard? latest = null;
            var since = time.GetTimestamp();
            var pauses = 0;
            var running = EndAsync(card => Interlocked.Exchange(ref latest, card), work);
            while (await Task.WhenAny(running, Task.Delay(Pause, time)) != running)
            {
                var card = Interlocked.Exchange(ref latest, null) ?? (++pauses % PausesToMeanwhile == 0 ? meanwhile?.Invoke(time.GetElapsedTime(since)) : null);
                if (message is not null && card is not null) await turn.UpdateAsync(message, card, CancellationToken.None);
            }

            var last = await running;
            if (message is null || !await turn.UpdateAsync(message, last, CancellationToken.None)) await turn.SendAsync(last, CancellationToken.None);
        }
        catch (Exception e)
        {
            // The work has ended; only its card did not arrive.
            Log.CardNotShown(log, e);
        }
    }

    private async Task<AdaptiveCard> EndAsync(Action<AdaptiveCard> show, Func<Action<AdaptiveCard>, CancellationToken, Task<AdaptiveCard>> work)
    {
        try
        {
            return await Task.Run(() => work(show, service.ApplicationStopping), service.ApplicationStopping);
        }
        catch (OperationCanceledException) when (service.ApplicationStopping.IsCancellationRequested)
        {
            return NoteCard.Of("Stopped", Stopped);
        }
        catch (Exception e)
        {
            Log.WorkFailed(log, e);
            return NoteCard.Of("This did not work", Broken);
        }
    }
}
