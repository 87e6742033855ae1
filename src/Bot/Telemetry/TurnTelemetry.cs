using System.Diagnostics;

namespace Bot.Telemetry;

/// <summary>Watches turns for whoever listens; where nobody does, <see cref="Begin"/> gives null and nothing else happens.</summary>
public static class TurnTelemetry
{
    public const string Span = "turn";

    public const string Done = "done", Refused = "refused", Unrouted = "unrouted", Late = "late", Failed = "failed";

    internal static readonly ActivitySource Source = new(Meters.Name);

    private static readonly AsyncLocal<WatchedTurn?> Watched = new();

    /// <summary>Whether text may stand in a span; set once, at the start.</summary>
    internal static bool WithText { get; set; }

    internal static bool AreWatched => Source.HasListeners() || Meters.Stages.Enabled;

    /// <summary>The turn that runs here, if it is watched.</summary>
    public static WatchedTurn? Current => AreWatched ? Watched.Value : null;

    /// <param name="kind">The activity's type.</param>
    public static WatchedTurn? Begin(string kind)
    {
        if (!AreWatched) return null;
        // A turn is a trace of its own: the request that brought it ends before the turn does.
        Activity.Current = null;
        var turn = new WatchedTurn(kind, Source.StartActivity(Span, ActivityKind.Consumer));
        Watched.Value = turn;
        return turn;
    }

    internal static void Enter(WatchedTurn turn) => Watched.Value = turn;
}
