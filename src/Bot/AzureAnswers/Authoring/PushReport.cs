namespace Bot.AzureAnswers.Authoring;

/// <summary>How bringing a release to the project ended.</summary>
public sealed record PushReport
{
    /// <summary>What the project is said to hold.</summary>
    public required string Mark { get; init; }

    public int Pairs { get; init; }

    /// <summary>File with what was there before; null for a new project.</summary>
    public string? Before { get; init; }

    public IReadOnlyList<JobReport> Jobs { get; init; } = [];

    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Why it is not there, in words; null where it is.</summary>
    public string? Problem { get; init; }

    public bool Done => Problem is null;
}
