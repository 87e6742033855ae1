namespace Bot.Storage.Held;

/// <summary>The trusts that a person said to act for.</summary>
public sealed class HeldTrusts(TrustChoices choices) : IHeldAboutPerson
{
    public IReadOnlyCollection<string> Tables { get; } = ["trust_choice"];

    public async Task<Holding> ReadAsync(string userId, CancellationToken ct)
    {
        var count = await choices.ReadAsync(userId, ct) is { } choice ? 1 + choice.Others.Count : 0;
        return new Holding(count, "trust that you act for", "trusts that you act for");
    }

    public async Task<int> DeleteAsync(string userId, CancellationToken ct)
    {
        var count = (await ReadAsync(userId, ct)).Count;
        await choices.ForgetAsync(userId, ct);
        return count;
    }
}
