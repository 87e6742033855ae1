namespace Bot.Activities;

/// <summary>One call to a connector, ready to be sent and sent again.</summary>
internal readonly record struct ConnectorRequest(HttpMethod Method, Uri Address, ReadOnlyMemory<byte> Body)
{
    /// <summary>Whether more of the answer is wanted than the id in it.</summary>
    public bool WantsBody { get; init; }
}
