using System.Collections.Frozen;

namespace Bot.Activities;

public static class ActivityTypes
{
    public const string Message = "message";
    public const string Invoke = "invoke";
    public const string Typing = "typing";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string MessageReaction = "messageReaction";
    public const string MessageUpdate = "messageUpdate";
    public const string MessageDelete = "messageDelete";
    public const string Event = "event";

    // Compared ordinally and everything else ignored, as the activity specification asks (A2005, A2011).
    private static readonly FrozenSet<string> s_turns = FrozenSet.Create(
        Message, Invoke, ConversationUpdate, InstallationUpdate, MessageReaction, MessageUpdate, MessageDelete, Event);

    /// <summary>Whether an activity of this type starts a turn; any other is accepted and ignored.</summary>
    public static bool StartsTurn(string type) => s_turns.Contains(type);
}
