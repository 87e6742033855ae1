using System.Text.Json;
using Bot.Activities;

namespace Bot.Turns;

/// <summary>Words as the response to an invoke, in the place where the person looks: the dialog, the list under the compose box, or the card.</summary>
internal static class InvokeNote
{
    private const string Query = "composeExtension/query";
    private static readonly string[] Dialogs = ["composeExtension/fetchTask", "composeExtension/submitAction"];

    /// <returns>Null where the invoke's response has no place for words.</returns>
    public static InvokeReply? Of(Activity activity, Destination destination, string words) => activity.Name switch
    {
        _ when destination.IsDialog => DialogReply.Of(new TurnResult.Text(words)),
        _ when destination.Press is not null => CardActionReply.Message(words),
        Query => new(200, JsonSerializer.SerializeToUtf8Bytes(new { composeExtension = new { type = "message", text = words } })),
        { } name when Dialogs.Contains(name) => DialogReply.Of(new TurnResult.Text(words)),
        _ => null,
    };
}
