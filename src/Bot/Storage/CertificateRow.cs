namespace Bot.Storage;

/// <summary>What an answer said on a day. Neither the question nor anybody who read it.</summary>
public sealed record CertificateRow
{
    public required string Id { get; init; }

    /// <summary>Of the body, in hexadecimal; two answers of the same id can be told apart by it.</summary>
    public required string Digest { get; init; }

    /// <summary>The article, or the record's intent and key.</summary>
    public required string Subject { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>0 for the content that the program brings.</summary>
    public required long ReleaseNumber { get; init; }

    /// <summary>Of the content, which tells apart what different programs brought.</summary>
    public required string Revision { get; init; }

    /// <summary>The words, as whoever wrote them can read them.</summary>
    public required string Body { get; init; }
}
