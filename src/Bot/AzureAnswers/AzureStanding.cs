namespace Bot.AzureAnswers;

/// <summary>How it stands with Azure question answering.</summary>
public enum AzureCondition
{
    /// <summary>No question goes there.</summary>
    Off,

    /// <summary>Switched on; nothing was asked since the start.</summary>
    NotAskedYet,

    Answering,

    /// <summary>It failed and is left alone for a while; the engine answers.</summary>
    Resting,
}

/// <param name="Condition">How it stands.</param>
/// <param name="Since">When that began.</param>
/// <param name="Why">In words, with what to mend; empty where nothing is wrong.</param>
/// <param name="NextTry">While it rests: when one question tries it again.</param>
public sealed record AzureStanding(AzureCondition Condition, DateTimeOffset Since, string Why, DateTimeOffset? NextTry);
