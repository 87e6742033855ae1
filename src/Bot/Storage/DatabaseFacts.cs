namespace Bot.Storage;

/// <summary>What a look at the database found.</summary>
public sealed record DatabaseFacts
{
    public required string Server { get; init; }

    /// <summary>How long it took from asking for a connection to the first answer.</summary>
    public required TimeSpan Answered { get; init; }

    /// <summary>The highest script that the database has applied; 0 for none.</summary>
    public required long Applied { get; init; }

    /// <summary>Its name.</summary>
    public string? Last { get; init; }

    /// <summary>The highest script that this program brings.</summary>
    public required int Known { get; init; }

    /// <summary>A script whose text is not the one that was applied.</summary>
    public string? Changed { get; init; }

    public string? WhyNotWritable { get; init; }

    /// <summary>What the database says of its own file where that is damaged.</summary>
    public string? Damage { get; init; }
}
