namespace Bot.Storage.Held;

/// <summary>
/// One kind of data that is held about a person. Whoever adds a table with a person or user_id column registers one,
/// so that "what do you hold about me?" and "delete what you hold about me" cover it; a test compares the tables.
/// </summary>
public interface IHeldAboutPerson
{
    /// <summary>The tables that it speaks for.</summary>
    IReadOnlyCollection<string> Tables { get; }

    /// <summary>What is held now, in words for that person.</summary>
    Task<Holding> ReadAsync(string userId, CancellationToken ct);

    /// <summary>Deletes all of it and comes back when that is done; gives how many there were.</summary>
    Task<int> DeleteAsync(string userId, CancellationToken ct);
}

/// <param name="Count">How many.</param>
/// <param name="One">What one of them is called: "note on a meeting".</param>
/// <param name="Many">What several are called.</param>
public sealed record Holding(int Count, string One, string Many)
{
    public override string ToString() => $"{Count} {(Count == 1 ? One : Many)}";
}
