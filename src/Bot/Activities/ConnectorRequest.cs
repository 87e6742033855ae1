namespace Bot.Activities;

/// <summary>One call to a connector, ready to be made and made again.</summary>
/// <param name="ServiceUrl">Whose connector it is.</param>
internal readonly record struct ConnectorRequest(HttpMethod Method, Uri ServiceUrl, Uri Address, ReadOnlyMemory<byte> Body)
{
    /// <summary>The conversation that the call is counted for, if any.</summary>
    public string? ConversationId { get; init; }

    /// <summary>Asks who is there, which is counted apart from what is said.</summary>
    public bool IsRoster { get; init; }

    /// <summary>Whether more of the answer is wanted than the id in it.</summary>
    public bool WantsBody { get; init; }
}
