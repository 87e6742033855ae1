using System.Runtime;

namespace Bot.Hosting;

/// <summary>
/// No garbage is looked for while the service starts: nearly all that a start makes is kept, and to go through it takes a tenth of the start and
/// a twentieth of a second at once. It is gone through when the first turns have had their answers. Where more is made than was set aside, or
/// there is not so much, collections go on as ever.
/// </summary>
internal sealed class UncollectedStart : IDisposable
{
    // With the model, content and records of today a start makes 160 MB.
    private const long SetAside = 224L * 1024 * 1024;

    private static readonly TimeSpan FirstTurns = TimeSpan.FromSeconds(3);
    private ITimer? _end;

    public UncollectedStart()
    {
        try
        {
            GC.TryStartNoGCRegion(SetAside, disallowFullBlockingGC: true);
        }
        catch (ArgumentOutOfRangeException)
        {
            // A container smaller than that.
        }
    }

    /// <summary>The service answers from now on.</summary>
    public void IsOver() => _end = TimeProvider.System.CreateTimer(_ => End(), null, FirstTurns, Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        _end?.Dispose();
        End();
    }

    private static void End()
    {
        if (GCSettings.LatencyMode != GCLatencyMode.NoGCRegion) return;
        try
        {
            GC.EndNoGCRegion();
        }
        catch (InvalidOperationException)
        {
            // What was set aside has just been used up.
        }
    }
}
