using System.Diagnostics.CodeAnalysis;

namespace Bot.Turns;

/// <summary>One thing that people can do with the bot.</summary>
public interface IFeature
{
    string Name { get; }

    /// <summary>Route keys, see <see cref="RouteKey"/>. No two features may share one.</summary>
    [SuppressMessage("Naming", "CA1716", Justification = "A keyword of Visual Basic, which nobody writes here.")]
    IReadOnlyCollection<string> Handles { get; }

    ValueTask<TurnResult> HandleAsync(TurnContext turn, CancellationToken ct);
}
