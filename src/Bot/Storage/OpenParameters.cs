namespace Bot.Storage;

/// <summary>
/// Parameters of a <see cref="Write"/> that take more in until it is written: what would be many rows, or the same row many times, is one. Whatever
/// is tried again says the same.
/// </summary>
internal abstract class OpenParameters
{
    /// <summary>Held by whoever changes them.</summary>
    protected Lock Gate { get; } = new();

    /// <summary>It is being written, so nothing may change any more.</summary>
    protected bool IsClosed { get; private set; }

    public void Close()
    {
        lock (Gate) IsClosed = true;
    }
}
