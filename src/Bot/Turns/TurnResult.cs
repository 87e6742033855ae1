using Bot.Activities;
using Bot.Cards;

namespace Bot.Turns;

/// <summary>
/// What a feature answers. A message or an event gets it as a new message. A pressed card gets it as the invoke's response:
/// a card takes the pressed one's place, a text is shown as a note.
/// </summary>
public abstract record TurnResult
{
    private TurnResult()
    {
    }

    /// <summary>All is said or sent already.</summary>
    public static TurnResult Nothing { get; } = new Done();

    public sealed record Done : TurnResult;

    public sealed record Card(AdaptiveCard Value) : TurnResult;

    public sealed record Text(string Value) : TurnResult;

    /// <summary>It could not be done; the words say what to do instead.</summary>
    /// <param name="Code">For the channel's own log.</param>
    /// <param name="Words">For the person.</param>
    public sealed record Failed(string Code, string Words) : TurnResult;

    /// <summary>Opens a dialog, or shows its next page: the answer to task/fetch and task/submit. <see cref="Text"/> shows a note there, <see cref="Nothing"/> closes it.</summary>
    /// <param name="Title">Stands above the dialog.</param>
    public sealed record Dialog(string Title, AdaptiveCard Value) : TurnResult;

    /// <summary>The whole response to an invoke whose body none of the others can say.</summary>
    public sealed record Response(InvokeReply Value) : TurnResult;
}
