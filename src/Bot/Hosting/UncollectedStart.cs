using System.Runtime;

namespace Bot.Hosting;

/// <summary>
/// No garbage is looked for until this is disposed: nearly all that a start makes is kept, and to go through it again and again takes a tenth of
/// the start. Where more is made than was set aside, or there is not so much, collections go on as ever.
/// </summary>
internal sealed class UncollectedStart : IDisposable
{
    // With the model, content and records of today a start makes 160 MB.
    private const long SetAside = 224L * 1024 * 1024;

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

    public void Dispose()
    {
        if (GCSettings.LatencyMode == GCLatencyMode.NoGCRegion) GC.EndNoGCRegion();
    }
}
