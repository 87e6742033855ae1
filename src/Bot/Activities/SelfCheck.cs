namespace Bot.Activities;

/// <summary>The answer to "do you work?", in words for whoever looks after the service.</summary>
public sealed record SelfCheck(bool Works, string Words);
