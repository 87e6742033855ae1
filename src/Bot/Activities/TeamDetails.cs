namespace Bot.Activities;

public sealed record TeamDetails
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? AadGroupId { get; init; }
    public int? ChannelCount { get; init; }
    public int? MemberCount { get; init; }
    public string? Type { get; init; }
}

public sealed record TeamChannel
{
    public string? Id { get; init; }

    /// <summary>None for the channel "General".</summary>
    public string? Name { get; init; }

    public string? Type { get; init; }
}

public sealed record TeamChannels
{
    public IReadOnlyList<TeamChannel> Conversations { get; init => field = value ?? []; } = [];
}
