namespace Bot.Checkups;

public enum Standing
{
    /// <summary>As it should be.</summary>
    Well,

    /// <summary>The guide works, but whoever runs it should know.</summary>
    Note,

    /// <summary>Something does not work.</summary>
    Fault,
}

/// <summary>What a look at one part of the service found, in words for whoever runs it.</summary>
/// <param name="About">Which part.</param>
/// <param name="Words">What is the case.</param>
/// <param name="Mend">What to do about it; null where there is nothing to do.</param>
public sealed record Finding(string About, Standing Standing, string Words, string? Mend = null);
