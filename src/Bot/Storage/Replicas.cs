namespace Bot.Storage;

/// <summary>How many processes serve from this database, as far as this one knows.</summary>
public sealed class Replicas
{
    private int _alive = 1;

    /// <summary>At least 1: this one.</summary>
    public int Alive
    {
        get => Volatile.Read(ref _alive);
        internal set => Volatile.Write(ref _alive, Math.Max(1, value));
    }
}
