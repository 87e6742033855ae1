using System.Data.Common;

namespace Bot.Storage;

/// <summary>Jobs that are done again and again, by one instance whichever is alive. When it dies at one, another takes over within a minute or two.</summary>
public sealed class Schedules(Leases leases, TimeProvider time, ILogger<Schedules> log)
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SignOfLife = Leases.Hold / 3;

    /// <summary>Does the work whenever it is due, until the service stops. A failure is logged and tried again at the next look.</summary>
    /// <param name="name">Of the job; the same on every instance.</param>
    /// <param name="every">How long after it was done it is due again.</param>
    /// <param name="work">The job. Its token fires when the service stops, or when another instance had to take over.</param>
    /// <param name="stop">The service stops.</param>
    public async Task RunAsync(string name, TimeSpan every, Func<CancellationToken, Task> work, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(every < Look ? every : Look, time);
        do
        {
            try
            {
                await TryAsync(name, every, work, stop);
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                Log.JobFailed(log, name, Faults.Describe(e));
            }
        }
        while (await timer.WaitForNextTickAsync(stop));
    }

    /// <summary>Does the work if it is due and nobody else is at it.</summary>
    /// <returns>Whether it was done here.</returns>
    public async Task<bool> TryAsync(string name, TimeSpan every, Func<CancellationToken, Task> work, CancellationToken stop)
    {
        if (await leases.TakeAsync(name, every, stop) is not { } lease) return false;
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var alive = new SignsOfLife(SignOfLife, time, () => RenewAsync(lease, lost));
        try
        {
            await work(lost.Token);
        }
        catch
        {
            await GiveBackAsync(lease);
            throw;
        }

        await leases.DoneAsync(lease, CancellationToken.None);
        return true;
    }

    private async Task GiveBackAsync(Lease lease)
    {
        try
        {
            await leases.GiveBackAsync(lease, CancellationToken.None);
        }
        catch (Exception e) when (Faults.IsOutage(e))
        {
            // It ends by itself.
        }
    }

    private async Task RenewAsync(Lease lease, CancellationTokenSource lost)
    {
        if (await leases.RenewAsync(lease, CancellationToken.None)) return;
        try
        {
            await lost.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // The work has just ended.
        }
    }
}
