namespace Bot.Features.Welcome;

/// <summary>Settings directly under <c>Bot</c> that concern first contact.</summary>
public sealed class WelcomeOptions
{
    /// <summary>Greet each conversation once with a card that says what the guide is for.</summary>
    public bool Welcome { get; set; } = true;
}
