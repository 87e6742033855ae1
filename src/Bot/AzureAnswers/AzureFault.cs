namespace Bot.AzureAnswers;

/// <summary>What kept the service from doing what was asked.</summary>
internal enum AzureFaultKind
{
    /// <summary>The request was understood and refused; asked otherwise it might do.</summary>
    Invalid,

    /// <summary>Key, token or role.</summary>
    Denied,

    /// <summary>Project, deployment or job.</summary>
    NotFound,

    /// <summary>Too much was asked.</summary>
    Throttled,

    /// <summary>It failed inside, or was not reached.</summary>
    Unavailable,

    /// <summary>It did not answer in time.</summary>
    Slow,

    /// <summary>What it answered cannot be read.</summary>
    Broken,

    /// <summary>A job ended otherwise than well.</summary>
    Job,
}

/// <summary>The service did not do what was asked. The message is for whoever looks after the guide; it never holds what people wrote.</summary>
internal sealed class AzureFault(AzureFaultKind kind, string message, Exception? inner = null) : Exception(message, inner)
{
    public AzureFaultKind Kind => kind;

    public int Status { get; init; }

    /// <summary>As the error model names it, such as ProjectNotFound.</summary>
    public string Code { get; init; } = "";

    /// <summary>The service's own words. They may repeat what was sent, so they are shown to an editor at a terminal only.</summary>
    public string Said { get; init; } = "";

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Asking again at once would end in the same way.</summary>
    public bool Lasts => kind is AzureFaultKind.Denied or AzureFaultKind.NotFound;

    /// <summary>For a terminal.</summary>
    public string InFull => Said.Length > 0 ? $"{Message} The service says: {Said}" : Message;
}
