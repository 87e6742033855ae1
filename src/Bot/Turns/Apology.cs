namespace Bot.Turns;

/// <summary>What a user reads when a turn could not end well.</summary>
internal static class Apology
{
    public const string Bug = "Sorry, something went wrong and this was not done. The problem has been noted. Please try again in a minute.";
    public const string Late = "Sorry, this took too long and was stopped. Please try again in a minute.";
    public const string UnknownVerb = "This button is no longer in use. Please send your question as a message.";
}
