using System.Collections.Concurrent;
using Bot.Turns;

namespace Bot.Tests.Fakes;

/// <summary>A feature whose behaviour the test gives; without one it repeats what was said or pressed.</summary>
public sealed class ScriptedFeature(params string[] handles) : IFeature
{
    public static readonly string[] All =
    [
        RouteKey.Message, "verb:echo", "verb:slow", "dialog-opened:echo", "dialog-sent:echo", "event:conversationUpdate", "event:installationUpdate", "event:messageReaction",
        "invoke:composeExtension/query", "invoke:composeExtension/fetchTask", "invoke:composeExtension/submitAction",
    ];

    public Func<TurnContext, CancellationToken, ValueTask<TurnResult>> OnTurn { get; set; } =
        static (turn, _) => new(new TurnResult.Text(turn.Press is { } press ? $"Pressed {press.Verb}" : $"You said: {turn.Text}"));

    public ConcurrentQueue<TurnContext> Turns { get; } = new();

    public string Name { get; init; } = "Scripted";

    public IReadOnlyCollection<string> Handles { get; } = handles.Length > 0 ? handles : All;

    public ValueTask<TurnResult> HandleAsync(TurnContext turn, CancellationToken ct)
    {
        Turns.Enqueue(turn);
        return OnTurn(turn, ct);
    }
}
