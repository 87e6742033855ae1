namespace Bot.Storage;

/// <summary>Says again and again that a holder lives, until it is disposed; one sign at a time, however late the timer.</summary>
internal sealed class SignsOfLife : IDisposable
{
    private readonly PeriodicTimer _timer;

    public SignsOfLife(TimeSpan every, TimeProvider time, Func<Task> sign)
    {
        _timer = new PeriodicTimer(every, time);
        _ = RunAsync(sign);
    }

    public void Dispose() => _timer.Dispose();

    private async Task RunAsync(Func<Task> sign)
    {
        while (await _timer.WaitForNextTickAsync())
        {
            try
            {
                await sign();
            }
            catch (Exception e) when (Faults.IsOutage(e))
            {
                // The next may come through; if none does, the hold ends by itself.
            }
        }
    }
}
