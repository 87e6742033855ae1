namespace Bot.Turns;

/// <summary>Settings directly under <c>Bot</c> that concern how replies are sent.</summary>
public sealed class TurnOptions
{
    /// <summary>In group chats and channels, show refusals and what concerns one person to that person only. A preview feature of Teams.</summary>
    public bool TargetedReplies { get; set; }
}
