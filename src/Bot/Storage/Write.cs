namespace Bot.Storage;

/// <summary>One statement for <see cref="WriteQueue"/>; may run twice if a commit's answer is lost, so prefer upserts.</summary>
public sealed record Write(string Sql, object? Parameters)
{
    /// <summary>Called once the write is stored (or refused for good).</summary>
    public Action? Settled { get; init; }

    /// <summary>Whether it may be stored a second later, so that more share a commit.</summary>
    public bool CanWait { get; init; }

    /// <summary>Of writes with the same statement and equal keys that meet in one commit only the last one runs.</summary>
    public object? Key { get; init; }

    internal bool IsMarker => Sql.Length == 0;

    internal static Write Marker(Action reached) => new("", null) { Settled = reached };
}
